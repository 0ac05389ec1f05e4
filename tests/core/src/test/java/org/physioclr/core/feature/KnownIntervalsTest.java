package org.physioclr.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.physioclr.core.beat.ToyEcg;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/** Intervals and amplitudes of ECGs that are exactly zero outside their waves. */
class KnownIntervalsTest {

    private static final ToyEcg USUAL = ToyEcg.usual();

    /** The root mean square of lead II is 0.18 mV; 20 dB below it would be 0.018 mV, and less in the other leads. */
    private static final double NOISE_MV = 0.03;

    static Stream<ToyEcg> intervals() {
        List<ToyEcg> all = new ArrayList<>();
        for (double pr : new double[] {0.12, 0.16, 0.2, 0.26, 0.34}) {
            all.add(USUAL.withIntervals(pr, 0.1, 0.4, 1));
        }
        for (double qrs : new double[] {0.08, 0.1, 0.12, 0.14, 0.16}) {
            all.add(USUAL.withIntervals(0.16, qrs, 0.42, 0.9));
        }
        for (double qt : new double[] {0.32, 0.36, 0.42, 0.48, 0.52}) {
            all.add(USUAL.withIntervals(0.16, 0.1, qt, qt < 0.4 ? 0.7 : 1.1));
        }
        return all.stream();
    }

    private static double value(EcgRecord record, String name) {
        int index = FeatureLayout.COMPACT.names().indexOf(name);
        return PhysiologyFeatures.compute(record, FeatureLayout.COMPACT).values()[index];
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void intervalsComeBackWithinEightMillisecondsWithoutNoise(ToyEcg truth) {
        assertIntervals(truth, truth.record(), 8);
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void intervalsComeBackWithinTwelveMillisecondsAtTwentyDecibels(ToyEcg truth) {
        for (long seed = 0; seed < 3; seed++) {
            assertIntervals(truth, truth.noisy(NOISE_MV, seed), 12);
        }
    }

    private static void assertIntervals(ToyEcg truth, EcgRecord record, double toleranceMs) {
        assertEquals(1000 * truth.pr(), value(record, "PR interval [ms]"), toleranceMs, "PR");
        assertEquals(1000 * truth.qrs(), value(record, "QRS duration [ms]"), toleranceMs, "QRS");
        assertEquals(1000 * truth.qt(), value(record, "QT interval [ms]"), toleranceMs, "QT");
        double rr = truth.onsets()[1] - truth.onsets()[0];
        assertEquals(1000 * rr, value(record, "RR mean [ms]"), 2, "RR");
        assertEquals(60 / rr, value(record, "Heart rate [1/min]"), 0.5, "rate");
    }

    @Test
    void stLevelsAndAmplitudesComeBack() {
        for (double st : new double[] {-0.3, -0.1, 0, 0.1, 0.3}) {
            ToyEcg truth = USUAL.withIntervals(0.16, 0.1, 0.44, 0.9).withT(0.3, st);
            assertAmplitudes(truth, truth.record(), 0.02);
            assertAmplitudes(truth, truth.noisy(NOISE_MV, 2), 0.05);
        }
    }

    private static void assertAmplitudes(ToyEcg truth, EcgRecord record, double toleranceMv) {
        for (Lead lead : List.of(Lead.II, Lead.V1, Lead.V2, Lead.V5)) {
            assertEquals(truth.stMv(), value(record, "ST J+60 " + lead + " [mV]"), toleranceMv, "ST " + lead);
        }
        assertEquals(ToyEcg.gain(Lead.II), value(record, "R amplitude II [mV]"), toleranceMv);
        assertEquals(ToyEcg.gain(Lead.V5), value(record, "R amplitude V5 [mV]"), toleranceMv);
        assertEquals(truth.pMv() * ToyEcg.gain(Lead.II), value(record, "P amplitude II [mV]"), toleranceMv);
    }

    @Test
    void aBeatWithoutPHasNoPrAndNoPAmplitude() {
        EcgRecord record = USUAL.withoutP().record();
        assertTrue(Double.isNaN(value(record, "PR interval [ms]")));
        assertTrue(Double.isNaN(value(record, "P amplitude II [mV]")));
        assertEquals(0, value(record, "P waves present [%]"));
    }

    @Test
    void invertedTWavesAreNegative() {
        EcgRecord record = USUAL.withT(-0.3, 0).record();
        assertEquals(-0.3, value(record, "T amplitude II [mV]"), 0.02);
        assertEquals(400, value(record, "QT interval [ms]"), 8);
    }

    @Test
    void twiceTheVoltageDoublesAmplitudesAndChangesNoInterval() {
        EcgRecord once = USUAL.noisy(NOISE_MV, 6);
        float[][] samples = new float[12][once.length()];
        for (int lead = 0; lead < 12; lead++) {
            for (int i = 0; i < samples[lead].length; i++) {
                samples[lead][i] = 2 * once.samplesMv()[lead][i];
            }
        }
        EcgRecord twice = once.withSamples(samples);
        for (String name : List.of("PR interval [ms]", "QRS duration [ms]", "QT interval [ms]", "RR mean [ms]",
            "P waves present [%]", "QRS axis [\u00b0]", "Beat correlation mean", "RR entropy")) {
            assertEquals(value(once, name), value(twice, name), 1e-4, name);
        }
        for (String name : List.of("R amplitude II [mV]", "T amplitude V5 [mV]", "ST J+60 V2 [mV]", "Noise [mV]",
            "QRS area I [mV ms]")) {
            assertEquals(2 * value(once, name), value(twice, name), 1e-4, name);
        }
    }

    @Test
    void missingLeadsGiveMissingNumbersAndDisturbNoOther() {
        EcgRecord record = USUAL.record();
        Arrays.fill(record.samplesMv()[record.indexOf(Lead.V1)], Float.NaN);
        assertTrue(Double.isNaN(value(record, "S amplitude V1 [mV]")));
        assertTrue(Double.isNaN(value(record, "Sokolow-Lyon index [mV]")));
        assertTrue(Double.isNaN(value(record, "R progression")));
        assertIntervals(USUAL, record, 8);
        assertEquals(1, value(record, "R amplitude II [mV]"), 0.02);
    }

    /** R - S is -0.4 + 0.08 = -0.32 mV in V2, where the toy is upside down, and 0.4 - 0.08 = 0.32 mV in V3. */
    @Test
    void rRisesAboveSHalfwayBetweenV2AndV3() {
        assertEquals(2.5, value(USUAL.record(), "R progression"), 0.05);
    }

    @Test
    void theAxisIsThatOfTheLeads() {
        // gains 0.6 in I and 0.7 in aVF: atan2(0.7 * 2 / sqrt 3, 0.6) = 53.4 degrees
        assertEquals(53.4, value(USUAL.record(), "QRS axis [\u00b0]"), 0.5);
    }
}
