package org.physioclr.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.core.beat.ToyEcg;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/** What stands in the way of features is named, and nothing else is. */
class FeatureQualityTest {

    private static final ToyEcg USUAL = ToyEcg.usual();

    private static PhysiologyFeatures features(EcgRecord record) {
        return PhysiologyFeatures.compute(record, FeatureLayout.COMPACT);
    }

    private static double value(PhysiologyFeatures features, String name) {
        return features.values()[FeatureLayout.COMPACT.names().indexOf(name)];
    }

    /** With a spike of two samples in each lead before each QRS complex. */
    private static EcgRecord paced(ToyEcg ecg, double beforeSeconds, double heightMv) {
        EcgRecord record = ecg.noisy(0.01, 2);
        for (float[] lead : record.samplesMv()) {
            for (double onset : ecg.onsets()) {
                int at = (int) Math.round((onset - beforeSeconds) * ecg.rateHz());
                lead[at] += heightMv;
                lead[at + 1] += heightMv / 2;
            }
        }
        return record;
    }

    @Test
    void aGoodEcgHasNothingInTheWay() {
        assertEquals("", features(USUAL.noisy(0.02, 1)).quality());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.05})
    void pacingSpikesAreNamedAndChangeNoRhythm(double beforeSeconds) {
        ToyEcg ventricular = USUAL.withoutP();
        PhysiologyFeatures features = features(paced(ventricular, beforeSeconds, 2));
        assertTrue(features.quality().startsWith("pacing spikes before 12 of 12 beats"), features.quality());
        assertEquals(800, value(features, "RR mean [ms]"), 1);
    }

    @Test
    void aSteepQrsComplexOrAFewGlitchesAreNoPacing() {
        assertFalse(features(USUAL.withIntervals(0.16, 0.06, 0.4, 0.8).record()).quality().contains("pacing"));
        EcgRecord glitches = USUAL.noisy(0.01, 5);
        for (int at : new int[] {417, 1930, 3391}) {
            for (float[] lead : glitches.samplesMv()) {
                lead[at] += 2;
            }
        }
        assertFalse(features(glitches).quality().contains("pacing"), features(glitches).quality());
    }

    @Test
    void exchangedArmElectrodesAreNamedAndTakeTheLimbLeadsAmplitudes() {
        EcgRecord record = USUAL.record();
        float[][] samples = new float[12][];
        for (int lead = 0; lead < 12; lead++) {
            Lead name = Lead.TWELVE.get(lead);
            // I is reversed, II and III change places, and so do aVR and aVL
            Lead from = name.equals(Lead.II) ? Lead.III : name.equals(Lead.III) ? Lead.II
                : name.equals(Lead.AVR) ? Lead.AVL : name.equals(Lead.AVL) ? Lead.AVR : name;
            samples[lead] = record.samplesMv()[record.indexOf(from)].clone();
            if (name.equals(Lead.I)) {
                for (int i = 0; i < samples[lead].length; i++) {
                    samples[lead][i] *= -1;
                }
            }
        }
        PhysiologyFeatures features = features(record.withSamples(samples));
        assertEquals("arm electrodes look exchanged: no limb lead amplitudes", features.quality());
        assertTrue(Double.isNaN(value(features, "QRS axis [\u00b0]")));
        assertEquals(1.4, value(features, "R amplitude V5 [mV]"), 0.02);
    }

    @Test
    void saturatedLeadsAreNamedAndTakeTheirAmplitudes() {
        EcgRecord record = USUAL.record();
        float[] lead = record.samplesMv()[record.indexOf(Lead.V5)];
        for (int i = 0; i < lead.length; i++) {
            lead[i] = Math.min(3 * lead[i], 1.8f);
        }
        PhysiologyFeatures features = features(record);
        assertTrue(features.quality().contains("saturated: no amplitudes in V5"), features.quality());
        assertTrue(Double.isNaN(value(features, "R amplitude V5 [mV]")));
        assertTrue(Double.isNaN(value(features, "Sokolow-Lyon index [mV]")));
        assertEquals(1, value(features, "R amplitude II [mV]"), 0.02);
    }

    @Test
    void missingFlatAndShortRecordsHaveAReasonAndNoNumber() {
        for (EcgRecord record : List.of(USUAL.record().withSamples(new float[12][5000]),
            USUAL.record().withSamples(new float[12][300]), USUAL.record().withSamples(new float[12][0]))) {
            PhysiologyFeatures features = features(record);
            assertFalse(features.quality().isEmpty());
            assertTrue(Arrays.stream(features.values()).allMatch(Double::isNaN));
        }
    }
}
