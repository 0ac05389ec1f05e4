package org.physioclr.torch.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.physioclr.core.run.Progress;
import org.physioclr.core.split.PatientSplit;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.protocol.Tensor;

class JointFitTest {

    private static final int ROWS = 200;
    private static final int COLUMNS = 6;

    private final float[] values = new float[ROWS * COLUMNS];
    private final byte[] outcome = new byte[ROWS];

    /** The rows of golden/logistic_regression.py. */
    JointFitTest() {
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                values[row * COLUMNS + column] = (float) (Math.sin(1.7 * row * (column + 1) + 0.3 * column * column)
                    + 0.2 * Math.cos(0.11 * row * row));
            }
            double score = values[row * COLUMNS] - 0.8 * values[row * COLUMNS + 3] + 0.9 * Math.sin(12.9898 * row);
            outcome[row] = (byte) (score > 0.7 ? 1 : 0);
        }
    }

    @BeforeAll
    static void startPyTorch() {
        Libtorch.manager().close();
    }

    private static List<LogisticRegression> fit(int rows, float[] values, List<Task> tasks) {
        Tensor matrix = Tensor.matrix(rows, values.length / rows, values);
        try (JointFit fit = new JointFit(new DesignMatrix(matrix, IntStream.range(0, rows).toArray()))) {
            return fit.regressions(fit.fit(fit.origins(tasks.size()), tasks, 1e-8, Progress.NONE));
        }
    }

    /** Every seventh row is unknown. */
    private byte[] partly() {
        byte[] partly = outcome.clone();
        for (int row = 3; row < ROWS; row += 7) {
            partly[row] = PatientSplit.UNKNOWN;
        }
        return partly;
    }

    @Test
    void togetherTheyFindTheCoefficientsOfScikitLearn() throws IOException {
        List<String[]> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            JointFitTest.class.getResourceAsStream("logistic_regression.csv"), StandardCharsets.UTF_8))) {
            lines = reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",")).toList();
        }
        assertEquals(12, lines.size());
        List<LogisticRegression> models = fit(ROWS, values, lines.stream().map(field -> Task.of(
            Boolean.parseBoolean(field[2]) ? outcome : partly(), Double.parseDouble(field[0]),
            Boolean.parseBoolean(field[1]))).toList());
        for (int i = 0; i < models.size(); i++) {
            String[] field = lines.get(i);
            double[] expected = Arrays.stream(field).skip(3).mapToDouble(Double::parseDouble).toArray();
            String task = String.join(",", field);
            assertEquals(expected[0], models.get(i).intercept(), 1e-6, task);
            assertArrayEquals(Arrays.copyOfRange(expected, 1, expected.length), models.get(i).weights(), 1e-6, task);
        }
    }

    /** Copies of rows, which fill more than one block, weigh as one row of a greater C. */
    @Test
    void copiesOfRowsWeighAsMuchAsC() {
        int copies = 23;
        float[] copied = new float[copies * values.length];
        byte[] outcomes = new byte[copies * ROWS];
        for (int copy = 0; copy < copies; copy++) {
            System.arraycopy(values, 0, copied, copy * values.length, values.length);
            System.arraycopy(outcome, 0, outcomes, copy * ROWS, ROWS);
        }
        LogisticRegression once = fit(ROWS, values, List.of(Task.of(outcome, 1, false))).get(0);
        LogisticRegression often =
            fit(copies * ROWS, copied, List.of(Task.of(outcomes, 1.0 / copies, false))).get(0);
        assertArrayEquals(once.weights(), often.weights(), 1e-6);
        assertEquals(once.intercept(), often.intercept(), 1e-6);
    }

    /** Hand-worked: of two rows at -1 and 1 (standardised) the weight solves w = 2C / (1 + exp(w)); C = 1: 0.6748. */
    @Test
    void aConstantColumnGetsNoWeight() {
        LogisticRegression model =
            fit(2, new float[] {-3, 7, 3, 7}, List.of(Task.of(new byte[] {0, 1}, 1, false))).get(0);
        double weight = 3 * model.weights()[0];
        assertEquals(2 / (1 + Math.exp(weight)), weight, 1e-8);
        assertEquals(0, model.weights()[1]);
        assertEquals(0, model.intercept(), 1e-8);
    }

    @Test
    void separableRowsHaveAFiniteSolution() {
        LogisticRegression model =
            fit(4, new float[] {-2, -1, 1, 2}, List.of(Task.of(new byte[] {0, 0, 1, 1}, 1e6, false))).get(0);
        assertTrue(Double.isFinite(model.weights()[0]) && model.weights()[0] > 5, model.toString());
    }

    @Test
    void probabilityIsTheLogisticOfTheLogit() {
        LogisticRegression model = new LogisticRegression(new double[] {2, -1}, 0.5);
        assertEquals(2 * 0.25 - 0.75 + 0.5, model.logit(new float[] {0.25f, 0.75f}), 1e-15);
        assertEquals(0.5, model.probability(new float[] {0, 0.5f}), 1e-15);
        assertEquals(0, model.probability(new float[] {-1e9f, 0}), 0);
        assertEquals(1, model.probability(new float[] {1e9f, 0}), 0);
        assertEquals(Double.NaN, model.probability(new float[] {Float.NaN, 0}));
    }

    @Test
    void oneOutcomeOnlyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Task.of(new byte[ROWS], 1, false));
        assertThrows(IllegalArgumentException.class, () -> Task.of(outcome, 0, false));
    }
}
