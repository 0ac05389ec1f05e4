package org.physioclr.core.feature;

import java.util.List;
import java.util.Map;

import org.physioclr.core.beat.Beat;

/** Beats that come too early, told apart by the shape of their QRS complex. */
final class Ectopy {

    private static final double PREMATURE_SHARE = 0.8;
    private static final double LEAST_LIKENESS = 0.85;
    private static final double FROM_SECONDS = -0.08;
    private static final double TO_SECONDS = 0.12;

    private Ectopy() {
    }

    /**
     * Computes.
     *
     * @param windows of the beats that have a QRS complex
     * @param beats all of them
     * @param rr in milliseconds, the first before the second beat
     * @param values takes the features; nothing is put without an RR interval
     */
    static void put(BeatWindows windows, List<Beat> beats, double[] rr, double rateHz, Map<Feature, Double> values) {
        double median = Statistics.median(rr);
        int from = windows.before() + (int) Math.round(FROM_SECONDS * rateHz);
        int to = windows.before() + (int) Math.round(TO_SECONDS * rateHz);
        int narrow = 0;
        int wide = 0;
        int window = 0;
        for (int k = 0; k < beats.size(); k++) {
            boolean measured = beats.get(k).qrs().isPresent();
            if (k > 0 && rr[k - 1] < PREMATURE_SHARE * median) {
                boolean like = measured && windows.likeness(window, from, to) >= LEAST_LIKENESS;
                narrow += like ? 1 : 0;
                wide += like ? 0 : 1;
            }
            window += measured ? 1 : 0;
        }
        if (rr.length > 0) {
            values.put(SegmentFeatures.PREMATURE_NARROW, 100.0 * narrow / rr.length);
            values.put(SegmentFeatures.PREMATURE_WIDE, 100.0 * wide / rr.length);
        }
    }
}
