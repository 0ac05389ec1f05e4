package org.physioclr.core.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class NormalisationTest {

    private static final float NAN = Float.NaN;
    private static final float[][] SIGNAL = {{1, 3, NAN, 1, 3}, {10, 30, 10, 30, NAN}, {7, 7, NAN, 7, 7}};

    @Test
    void leadZScoreGivesEachLeadUnitVariance() {
        float[][] result = new Normalisation.LeadZScore().apply(SIGNAL);
        assertArrayEquals(new float[] {-1, 1, NAN, -1, 1}, result[0], 1e-6f);
        assertArrayEquals(new float[] {-1, 1, -1, 1, NAN}, result[1], 1e-6f);
        assertArrayEquals(new float[] {0, 0, NAN, 0, 0}, result[2]);
    }

    @Test
    void recordZScoreKeepsProportionsAndLeavesConstantLeadsOut() {
        float[][] result = new Normalisation.RecordZScore().apply(SIGNAL);
        // {1, 3, 1, 3, 10, 30, 10, 30} has mean 11 and variance 131.5.
        float step = (float) (2 / Math.sqrt(131.5));
        assertEquals((float) (-10 / Math.sqrt(131.5)), result[0][0], 1e-6f);
        assertEquals(step, result[0][1] - result[0][0], 1e-6f);
        assertEquals(10 * step, result[1][1] - result[1][0], 1e-5f);
        assertArrayEquals(new float[] {0, 0, NAN, 0, 0}, result[2]);
    }

    @Test
    void fixedScaleKeepsVoltage() {
        float[][] result = new Normalisation.FixedScale(2).apply(SIGNAL);
        assertArrayEquals(new float[] {0.5f, 1.5f, NAN, 0.5f, 1.5f}, result[0]);
        assertArrayEquals(new float[] {0, 0, NAN, 0, 0}, result[2]);
        assertThrows(IllegalArgumentException.class, () -> new Normalisation.FixedScale(0));
    }

    @Test
    void noneCopies() {
        float[][] result = new Normalisation.None().apply(SIGNAL);
        assertArrayEquals(SIGNAL, result);
        result[0][0] = 99;
        assertEquals(1, SIGNAL[0][0]);
    }

    @Test
    void aRecordWithoutVariationBecomesZeros() {
        float[][] flat = {{2, 2}, {NAN, NAN}};
        for (Normalisation normalisation : List.of(new Normalisation.RecordZScore(), new Normalisation.LeadZScore())) {
            assertArrayEquals(new float[][] {{0, 0}, {NAN, NAN}}, normalisation.apply(flat));
        }
    }

    @Test
    void textRoundTrips() {
        for (Normalisation normalisation : List.of(new Normalisation.None(), new Normalisation.RecordZScore(),
            new Normalisation.LeadZScore(), new Normalisation.FixedScale(0.1))) {
            assertEquals(normalisation, Normalisation.parse(normalisation.toText()));
        }
        assertThrows(IllegalArgumentException.class, () -> Normalisation.parse("min-max"));
    }
}
