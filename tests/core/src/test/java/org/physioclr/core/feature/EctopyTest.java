package org.physioclr.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.physioclr.core.beat.ToyEcg;
import org.physioclr.core.signal.EcgRecord;

/** Twelve beats of which three come early, in the shape of the others or in a shape of their own. */
class EctopyTest {

    private static final double[] USUAL = {0.5, 1.3, 2.7, 3.5, 4.9, 5.7, 7.1, 7.9, 8.7};
    private static final double[] EARLY = {1.8, 4.0, 6.2};
    private static final double[] ALL = {0.5, 1.3, 1.8, 2.7, 3.5, 4.0, 4.9, 5.7, 6.2, 7.1, 7.9, 8.7};

    private static double value(EcgRecord record, String name) {
        int index = FeatureLayout.COMPACT.names().indexOf(name);
        return PhysiologyFeatures.compute(record, FeatureLayout.COMPACT).values()[index];
    }

    @Test
    void earlyBeatsOfTheUsualShapeAreAtrial() {
        EcgRecord record = ToyEcg.usual().withOnsets(ALL).record();
        assertEquals(100 * 3 / 11.0, value(record, "Premature atrial beats [%]"), 1e-9);
        assertEquals(0, value(record, "Premature ventricular beats [%]"));
    }

    @Test
    void earlyBeatsOfAnotherShapeAreVentricular() {
        EcgRecord record = ToyEcg.usual().withOnsets(USUAL).record();
        EcgRecord early = ToyEcg.usual().withoutP().withIntervals(Double.NaN, 0.16, 0.44, 1).withOnsets(EARLY).record();
        for (int lead = 0; lead < 12; lead++) {
            for (int i = 0; i < record.length(); i++) {
                record.samplesMv()[lead][i] -= 1.5f * early.samplesMv()[lead][i];
            }
        }
        assertEquals(100 * 3 / 11.0, value(record, "Premature ventricular beats [%]"), 1e-9);
        assertEquals(0, value(record, "Premature atrial beats [%]"));
        assertTrue(value(record, "Beat correlation minimum") < 0.5);
    }

    @Test
    void aSteadyRhythmHasNone() {
        assertEquals(0, value(ToyEcg.usual().noisy(0.02, 1), "Premature atrial beats [%]"));
        assertEquals(0, value(ToyEcg.usual().noisy(0.02, 1), "Premature ventricular beats [%]"));
    }
}
