package org.physioclr.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RhythmTest {

    /**
     * Intervals 800, 860, 560, 1100, 810: mean 826, deviations -26, 34, -266, 274, -16; differences 60, 300, 540, 290.
     */
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
    }

    @Test
    void aDifferenceOfFiftyMillisecondsIsNotAboveFifty() {
        assertEquals(50, put(800, 850, 901).get(SegmentFeatures.PNN50), 1e-9);
    }

    /** All ten pairs match within 30 ms, and so do the intervals after them: -ln 1 + ln 60 - ln 800. */
    @Test
    void theEntropyOfAClockIsThatOfItsTolerance() {
        assertEquals(Math.log(60 / 800.0), put(800, 800, 800, 800, 800, 800).get(SegmentFeatures.RR_ENTROPY), 1e-12);
    }

    @Test
    void theEntropyOfChaosIsGreaterAndOfTooFewIntervalsMissing() {
        double chaos =
            put(620, 910, 480, 1130, 700, 540, 980, 830, 450, 1010, 760, 590).get(SegmentFeatures.RR_ENTROPY);
        assertTrue(chaos > -1.4, "entropy " + chaos);
        assertEquals(Double.NaN, put(800, 800, 800, 800).get(SegmentFeatures.RR_ENTROPY));
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
