package org.physioclr.core.feature;

import org.physioclr.core.beat.Wave;

/** The level from which amplitudes are measured: the median of the 80 ms before QRS, without the last 10 ms. */
final class Baseline {

    private static final double FROM_SECONDS = 0.08;
    private static final double TO_SECONDS = 0.01;

    private Baseline() {
    }

    /** The level before a QRS complex; NaN if there is none or it lies at the record's begin. */
    static double before(float[] lead, Wave qrs, double rateHz) {
        return qrs.isPresent() ? before(lead, qrs.onset(), rateHz) : Double.NaN;
    }

    static double before(float[] lead, int qrsOnset, double rateHz) {
        int from = qrsOnset - (int) Math.round(FROM_SECONDS * rateHz);
        int to = qrsOnset - (int) Math.round(TO_SECONDS * rateHz);
        if (from < 0 || to <= from) {
            return Double.NaN;
        }
        double[] level = new double[to - from];
        for (int i = 0; i < level.length; i++) {
            level[i] = lead[from + i];
        }
        return Statistics.median(level);
    }
}
