package org.physioclr.core.feature;

import org.physioclr.core.beat.Beat;

/**
 * The intervals of a beat in milliseconds, NaN where a wave is absent.
 *
 * @param pr P onset to QRS onset
 * @param qrs QRS onset to offset
 * @param qt QRS onset to T offset
 */
record Intervals(double pr, double qrs, double qt) {

    static Intervals of(Beat beat, double msPerSample) {
        boolean qrs = beat.qrs().isPresent();
        double pr = qrs && beat.p().isPresent() ? beat.qrs().onset() - beat.p().onset() : Double.NaN;
        double qt = qrs && beat.t().isPresent() ? beat.t().offset() - beat.qrs().onset() : Double.NaN;
        return new Intervals(pr * msPerSample, beat.qrs().length() * msPerSample, qt * msPerSample);
    }
}
