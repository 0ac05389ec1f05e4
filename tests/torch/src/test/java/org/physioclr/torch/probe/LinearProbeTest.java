package org.physioclr.torch.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.protocol.ProbeOptions;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.WorkerRequest.Fit;

class LinearProbeTest {

    private static final int ROWS = 120;

    private final double[][] rows = new double[ROWS][4];
    private final byte[][] labels = new byte[2][ROWS];
    private final List<String> people = new ArrayList<>();

    /** Three rows a patient; the first label follows the first column, the second is unknown but for nine rows. */
    LinearProbeTest() {
        RandomGenerator random = new Seed(3).generator();
        Arrays.fill(labels[1], (byte) -1);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < 4; column++) {
                rows[row][column] = 100 + 5 * random.nextGaussian();
            }
            labels[0][row] = (byte) (rows[row][0] + random.nextGaussian() > 103 ? 1 : 0);
            if (row < 9) {
                labels[1][row] = (byte) (row == 4 ? 1 : 0);
            }
            people.add("patient " + row / 3);
        }
    }

    @BeforeAll
    static void startPyTorch() {
        Libtorch.manager().close();
    }

    private static ProbeOptions options(double percent, int draws, int fewest, int seed) {
        return new ProbeOptions("Pretrained", List.of(percent), draws, 5, fewest, false, false, false, seed);
    }

    private static Tensor tensor(double[][] rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return Tensor.matrix(rows.length, rows[0].length, values);
    }

    private LinearProbe probed(ProbeOptions options, List<int[]> drawn) throws IOException {
        boolean[] usable = new boolean[ROWS];
        Arrays.fill(usable, true);
        usable[7] = false;
        rows[7] = new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        LinearProbe probe = new LinearProbe(List.of("AF", "rare"), new Side(people, usable, labels, null), options);
        probe.probe("Pretrained", chosen -> {
            drawn.add(chosen);
            float none = Float.NaN;
            return new LinearProbe.Rows(tensor(rows), tensor(new double[][] {{120, 100, 100, 100},
                {none, none, none, none}, {80, 100, 100, 100}}));
        }, Progress.NONE);
        return probe;
    }

    @Test
    void predictsWhereItCanAndSaysWhyNotElsewhere() throws IOException {
        LinearProbe probe = probed(options(100, 3, 2, 1), new ArrayList<>());
        assertEquals(1, probe.blocks().size(), "all rows can be drawn in one way only");
        float[] predicted = probe.predictions().get("block-0").values();
        assertTrue(predicted[0] > 0.95 && predicted[4] < 0.05, Arrays.toString(predicted));
        assertTrue(Float.isNaN(predicted[2]), "a test row without numbers");
        assertTrue(Float.isNaN(predicted[1]) && Float.isNaN(predicted[5]), "a label that was not fitted");
        Fit rare = probe.blocks().get(0).fits().get(1);
        assertEquals("Only 1 positive training row; at least 2 are needed", rare.reason());
        assertEquals(8, rare.rows(), "nine known rows, one of them without a signal");
        assertTrue(Double.isNaN(rare.c()) && Double.isNaN(rare.threshold()));
        Fit af = probe.blocks().get(0).fits().get(0);
        assertTrue(af.threshold() > 0.05 && af.threshold() < 0.95);
        assertEquals(ROWS - 1, af.rows());
    }

    @Test
    void fractionsAreDrawnByPatientAndDifferByDraw() throws IOException {
        List<int[]> drawn = new ArrayList<>();
        probed(options(25, 2, 1, 1), drawn);
        assertEquals(2, drawn.size());
        for (int[] draw : drawn) {
            assertEquals(30, draw.length, 3);
            Set<String> inside = new HashSet<>();
            Arrays.stream(draw).forEach(row -> inside.add(people.get(row)));
            long wanted = IntStream.range(0, ROWS)
                .filter(row -> row != 7 && inside.contains(people.get(row))).count();
            assertEquals(wanted, draw.length, "whole patients");
        }
        assertFalse(Arrays.equals(drawn.get(0), drawn.get(1)));
        List<int[]> again = new ArrayList<>();
        LinearProbe same = probed(options(25, 2, 1, 1), again);
        assertArrayEquals(drawn.get(1), again.get(1), "equal seeds draw alike");
        assertArrayEquals(same.predictions().get("block-1").values(),
            probed(options(25, 2, 1, 1), again).predictions().get("block-1").values());
    }

    @Test
    void noiseIsPenalisedMoreThanSignal() {
        RandomGenerator random = new Seed(9).generator();
        double[][] noise = new double[ROWS][30];
        double[][] signal = new double[ROWS][30];
        byte[] outcome = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            outcome[row] = (byte) (row % 2);
            for (int column = 0; column < 30; column++) {
                noise[row][column] = random.nextGaussian();
                signal[row][column] = random.nextGaussian() + (column == 0 ? 4 * outcome[row] : 0);
            }
        }
        List<String> one = people.stream().map(person -> "one").toList();
        assertEquals(PenaltyChoice.GRID[0], chosen(noise, outcome, people));
        assertNotEquals(PenaltyChoice.GRID[0], chosen(signal, outcome, people));
        assertEquals(PenaltyChoice.DEFAULT_C, chosen(signal, outcome, one));
    }

    /** The folds of 30 labels are more than are fitted together, so that some label is cut in two. */
    @Test
    void manyLabelsAreChosenAsEachAlone() {
        byte[][] outcomes = new byte[30][ROWS];
        for (int label = 0; label < outcomes.length; label++) {
            for (int row = 0; row < ROWS; row++) {
                boolean follows = label % 2 == 0;
                outcomes[label][row] = (byte) (follows ? labels[0][row] : (row * row + label) % 7 < 3 ? 1 : 0);
            }
        }
        double[] together = chosen(rows, outcomes, people);
        for (int label = 0; label < outcomes.length; label++) {
            assertEquals(chosen(rows, outcomes[label], people), together[label], "label " + label);
        }
        assertNotEquals(together[0], together[1]);
    }

    private static double chosen(double[][] rows, byte[] outcome, List<String> people) {
        return chosen(rows, new byte[][] {outcome}, people)[0];
    }

    private static double[] chosen(double[][] rows, byte[][] outcomes, List<String> people) {
        try (JointFit fit = new JointFit(new DesignMatrix(tensor(rows), IntStream.range(0, ROWS).toArray()))) {
            return new PenaltyChoice(5, false).choose(fit, outcomes, people,
                Collections.nCopies(outcomes.length, new Seed(1)), Progress.NONE);
        }
    }

    /** Of rows 1, 2, 3, 4 the mean is 2.5 and the population variance 1.25; a constant column tells nothing. */
    @Test
    void standardisesByHandWorkedFigures() {
        Standardisation standard = Standardisation.fit(tensor(new double[][] {{1, 0.1}, {9, 9}, {2, 0.1}, {3, 0.1},
            {4, 0.1}}), new int[] {0, 2, 3, 4});
        assertArrayEquals(new double[] {2.5, 0.1f}, standard.mean(), 1e-12);
        assertArrayEquals(new double[] {Math.sqrt(1.25), Double.POSITIVE_INFINITY}, standard.deviation(), 1e-12);
    }
}
