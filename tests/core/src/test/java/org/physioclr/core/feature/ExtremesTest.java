package org.physioclr.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.physioclr.core.beat.Wave;

/** QRS complexes drawn by hand, one sample a millisecond or so, on a baseline of 0. */
class ExtremesTest {

    private static final Wave ALL = new Wave(0, 4, 8);
    private static final int MARGIN = 2;

    @Test
    void namesTheWavesOfACommonComplex() {
        assertComplex(1.2, 0.3, 0, -0.1f, -0.2f, 0.5f, 1.2f, 0.4f, -0.3f, -0.1f, 0);
    }

    @Test
    void qBeforeRIsNotS() {
        assertComplex(1, 0, 0, -0.4f, -0.6f, 0.2f, 1, 0.8f, 0.4f, 0.1f, 0);
    }

    @Test
    void sLiesBetweenTheTwoRWavesOfBundleBranchBlock() {
        assertComplex(0.9, 0.5, 0, 0.1f, 0.3f, -0.5f, -0.2f, 0.6f, 0.9f, 0.3f, 0);
    }

    @Test
    void qsHasNoRAndIsAllS() {
        assertComplex(0, 1.5, 0, -0.5f, -1, -1.5f, -1.2f, -0.8f, -0.4f, -0.1f, 0);
    }

    @Test
    void anElevatedStSegmentIsNoR() {
        assertComplex(0, 1.5, 0, -0.5f, -1, -1.5f, -1.2f, -0.8f, -0.2f, 0.1f, 0.3f);
    }

    @Test
    void missingSamplesAndAbsentWavesAreNoNumbers() {
        float[] missing = {Float.NaN, Float.NaN, Float.NaN};
        assertEquals(Double.NaN, Extremes.sDepth(missing, new Wave(0, 1, 2), 1));
        assertEquals(Double.NaN, Extremes.sDepth(missing, Wave.ABSENT, 1));
        assertEquals(Double.NaN, Extremes.highest(missing, new Wave(0, 1, 2)));
        assertEquals(Double.NaN, Extremes.signed(missing, Wave.ABSENT, 0));
        assertEquals(-1, Extremes.rWave(missing, Wave.ABSENT, 1));
        float[] partly = {Float.NaN, 0.2f, -0.7f, Float.NaN};
        assertEquals(0.2f, Extremes.highest(partly, new Wave(0, 1, 3)));
        assertEquals(-0.8, Extremes.signed(partly, new Wave(0, 1, 3), 0.1), 1e-6);
        assertEquals(0.9, Extremes.steepest(partly, new Wave(0, 2, 3)), 1e-6);
    }

    private static void assertComplex(double r, double s, float... lead) {
        int peak = Extremes.rWave(lead, ALL, MARGIN);
        assertEquals(r, peak < 0 ? 0 : lead[peak], 1e-6);
        assertEquals(s, Extremes.sDepth(lead, ALL, MARGIN), 1e-6);
    }
}
