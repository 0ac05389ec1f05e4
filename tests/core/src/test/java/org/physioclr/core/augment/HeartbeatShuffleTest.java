package org.physioclr.core.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.physioclr.core.run.Seed;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/** Cycles of a toy record are told apart by their values, so that where each went can be read off. */
class HeartbeatShuffleTest {

    private static final int[] R_PEAKS = {40, 140, 260, 350, 470, 560, 700};
    private static final Augmentation SHUFFLE = new Augmentation.HeartbeatShuffle(0.5, 0);

    /** Halfway between the R peaks. */
    private static final int[] CUTS = {90, 200, 305, 410, 515, 630};

    /** Every sample is a number of its own; in a second lead its negative. */
    private static EcgRecord numbered(int length) {
        float[][] samples = new float[2][length];
        for (int i = 0; i < length; i++) {
            samples[0][i] = i;
            samples[1][i] = -i;
        }
        return new EcgRecord("numbers", "", 100, List.of(Lead.I, Lead.II), samples);
    }

    private static float[][] shuffled(long seed) {
        return SHUFFLE.apply(numbered(800), R_PEAKS, new Seed(seed).generator());
    }

    @Test
    void headAndTailStayAndTheRestIsAnOrderOfTheSameCycles() {
        for (long seed = 0; seed < 20; seed++) {
            float[] lead = shuffled(seed)[0];
            assertEquals(800, lead.length);
            for (int i = 0; i < 800; i++) {
                if (i < CUTS[0] || i >= CUTS[5]) {
                    assertEquals(i, lead[i]);
                }
            }
            int at = CUTS[0];
            Set<Integer> seen = new HashSet<>();
            while (at < CUTS[5]) {
                int cycle = Arrays.binarySearch(CUTS, (int) lead[at]);
                assertTrue(cycle >= 0 && seen.add(cycle), "a cycle begins at " + lead[at]);
                for (int i = CUTS[cycle]; i < CUTS[cycle + 1]; i++) {
                    assertEquals(i, lead[at++]);
                }
            }
            assertEquals(5, seen.size());
        }
    }

    @Test
    void allLeadsGetTheSameOrder() {
        float[][] result = shuffled(3);
        assertTrue(IntStream.range(0, 800).allMatch(i -> result[1][i] == -result[0][i]));
    }

    @Test
    void theSeedDecidesTheOrder() {
        assertArrayEquals(shuffled(5), shuffled(5));
        Set<Integer> orders = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            orders.add(Arrays.hashCode(shuffled(seed)[0]));
        }
        assertTrue(orders.size() > 10, orders.size() + " different orders of twenty");
    }

    @Test
    void fewerThanThreeCyclesStayAsTheyAre() {
        for (int peaks = 0; peaks <= 4; peaks++) {
            float[][] result =
                SHUFFLE.apply(numbered(800), Arrays.copyOf(R_PEAKS, peaks), new Seed(1).generator());
            assertArrayEquals(numbered(800).samplesMv(), result);
        }
        Set<Integer> orders = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            orders.add(Arrays.hashCode(
                SHUFFLE.apply(numbered(800), Arrays.copyOf(R_PEAKS, 5), new Seed(seed).generator())[0]));
        }
        assertEquals(6, orders.size(), "three cycles have six orders");
    }

    @Test
    void stepsAtTheJointsAreSpreadOverTheFade() {
        float[] hard = new Augmentation.HeartbeatShuffle(0.5, 0).apply(numbered(800), R_PEAKS,
            new Seed(2).generator())[0];
        float[] soft = new Augmentation.HeartbeatShuffle(0.5, 0.05).apply(numbered(800), R_PEAKS,
            new Seed(2).generator())[0];
        int joints = 0;
        for (int i = 1; i < 800; i++) {
            double step = Math.abs(hard[i] - hard[i - 1]);
            if (step > 1) {
                joints++;
                assertTrue(Math.abs(soft[i] - soft[i - 1]) < step / 5, "at " + i);
            }
        }
        assertTrue(joints > 2, joints + " joints");
    }

    @Test
    void missingSamplesMoveWithTheirCycleAndAddNone() {
        EcgRecord record = numbered(800);
        Arrays.fill(record.samplesMv()[0], 220, 240, Float.NaN);
        float[] result = new Augmentation.HeartbeatShuffle(0.5, 0.02)
            .apply(record, R_PEAKS, new Seed(4).generator())[0];
        assertEquals(20, IntStream.range(0, 800).filter(i -> Float.isNaN(result[i])).count());
    }
}
