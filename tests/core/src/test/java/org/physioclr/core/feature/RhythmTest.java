package org.physioclr.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RhythmTest {

    /** Intervals 800, 860, 560, 1100, 810: mean 826, deviations -26, 34, -266, 274, -16; differences 60, 300, 540, 290. */
    @Test
    void equalsFiguresWorkedByHand() {
        Map<Feature, Double> values = put(800, 860, 560, 1100, 810);
        assertEquals(60_000 / 810.0, values.get(SegmentFeatures.HEART_RATE), 1e-9);
        assertEquals(826, values.get(SegmentFeatures.RR_MEAN), 1e-9);
        double sdnn = Math.sqrt((676 + 1156 + 70_756 + 75_076 + 256) / 4.0);
        assertEquals(sdnn, values.get(SegmentFeatures.SDNN), 1e-9);
        assertEquals(sdnn / 826, values.get(SegmentFeatures.RR_CV), 1e-12);
        assertEquals(Math.sqrt((3600 + 90_000 + 291_600 + 84_100) / 4.0), values.get(SegmentFeatures.RMSSD), 1e-9);
        assertEquals(100, values.get(SegmentFeatures.PNN50), 1e-9);
        assertEquals(295 / 810.0, values.get(SegmentFeatures.RR_IRREGULARITY), 1e-12);
        // of the five intervals only 560 is below 0.8 * 810 = 648
        assertEquals(20, values.get(SegmentFeatures.PREMATURE), 1e-9);
    }

    @Test
    void aDifferenceOfFiftyMillisecondsIsNotAboveFifty() {
        assertEquals(50, put(800, 850, 901).get(SegmentFeatures.PNN50), 1e-9);
    }

    @Test
    void isSilentWhereIntervalsAreTooFew() {
        assertEquals(Map.of(), put());
        Map<Feature, Double> one = put(750);
        assertEquals(80, one.get(SegmentFeatures.HEART_RATE), 1e-9);
        assertEquals(Double.NaN, one.get(SegmentFeatures.SDNN));
        assertFalse(one.containsKey(SegmentFeatures.RMSSD));
    }

    private static Map<Feature, Double> put(double... rr) {
        Map<Feature, Double> values = new HashMap<>();
        Rhythm.put(rr, values);
        return values;
    }
}
