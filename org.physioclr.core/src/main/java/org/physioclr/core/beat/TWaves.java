package org.physioclr.core.beat;

import java.util.Arrays;

/**
 * Finds the T wave of each beat of a lead, upright, inverted or biphasic.
 *
 * @param signals the lead without QRS complexes
 * @param qrs the QRS complexes
 * @param rateHz samples a second
 * @param shares where waves begin and end
 * @param usualRrSeconds the usual RR interval: repolarisation adapts over many beats, not to the next one
 */
record TWaves(QrsFreeSignals signals, Wave[] qrs, double rateHz, WaveShares shares, double usualRrSeconds) {

    private static final double LONGEST_SECONDS = 0.2;
    private static final double SHORTEST_WINDOW_SECONDS = 0.1;
    private static final double AFTER_QRS_SECONDS = 0.02;
    private static final double SECOND_SHARE = 0.9;
    private static final double VALLEY_SHARE = 0.5;

    /**
     * QT intervals end before this share of the root of the RR interval, both in seconds, and usually peak before that.
     */
    private static final double LONGEST_QT = 0.65;
    private static final double USUAL_QT_PEAK = 0.38;
    private static final double PEAK_TOLERANCE = 0.22;
    private static final double LEAST_WEIGHT = 0.2;

    /** The summed slopes of the smallest T wave, as a share of the QRS complexes' size. */
    private static final double LEAST_STRENGTH = 0.01;

    /** The T wave of a beat; absent if none stands out or the record ends before it does. */
    Wave find(int beat) {
        double rr = rrSeconds(beat);
        double root = Math.sqrt(Math.min(1.5, usualRrSeconds));
        int from = qrs[beat].offset() + samples(AFTER_QRS_SECONDS);
        int to = Math.min(end(beat), qrs[beat].onset() + samples(Math.min(LONGEST_QT * root, rr)));
        if (to - from < samples(SHORTEST_WINDOW_SECONDS)) {
            return Wave.ABSENT;
        }
        double[] detail = Arrays.copyOfRange(signals.t(), from, to);
        WaveShape shape = new WaveShape(samples(LONGEST_SECONDS), shares.tOnset(), shares.tOffset(), SECOND_SHARE,
            VALLEY_SHARE);
        WaveShape.Found found = shape.find(detail, i -> {
            double sinceOnset = (from + i - qrs[beat].onset()) / rateHz / root;
            return Math.max(LEAST_WEIGHT, Math.min(1, 1 - (sinceOnset - USUAL_QT_PEAK) / PEAK_TOLERANCE));
        });
        boolean cut = found != null && from + found.offset() >= signals.t().length - 1;
        return found == null || cut || found.strength() < LEAST_STRENGTH * signals.qrsMv()
            ? Wave.ABSENT : found.wave(from);
    }

    private int end(int beat) {
        boolean last = beat + 1 == qrs.length || !qrs[beat + 1].isPresent();
        return last ? signals.t().length : qrs[beat + 1].onset();
    }

    private double rrSeconds(int beat) {
        int other = beat + 1 < qrs.length ? beat + 1 : beat - 1;
        boolean known = other >= 0 && qrs[other].isPresent();
        return known ? Math.abs(qrs[other].onset() - qrs[beat].onset()) / rateHz : usualRrSeconds;
    }

    private int samples(double seconds) {
        return (int) Math.round(seconds * rateHz);
    }
}
