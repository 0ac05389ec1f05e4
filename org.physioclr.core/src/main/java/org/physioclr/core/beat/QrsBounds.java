package org.physioclr.core.beat;

import java.util.Arrays;

/**
 * Finds where QRS complexes begin and end: where the slope over all leads, at a fine scale, rises above and falls below a
 * share of its maximum within the complex, or the noise between beats if that is more.
 *
 * @param slope root of the summed squared wavelet details of all leads, at least 0
 * @param rateHz samples a second
 * @param noise the usual slope between beats
 */
record QrsBounds(double[] slope, double rateHz, double noise) {

    private static final double SCALE_SECONDS = 0.02;
    private static final double CORE_SECONDS = 0.08;
    private static final double BEFORE_SECONDS = 0.14;
    private static final double AFTER_SECONDS = 0.2;
    private static final double ONSET_PAUSE_SECONDS = 0.012;
    private static final double OFFSET_PAUSE_SECONDS = 0.028;
    private static final double ONSET_SHARE = 0.08;
    private static final double OFFSET_SHARE = 0.09;
    private static final double NOISE_FACTOR = 2;

    static QrsBounds of(LeadSignals leads, double rateHz) {
        int width = Math.max(2, (int) Math.round(SCALE_SECONDS * rateHz));
        double[] slope = new double[leads.missing().length];
        for (double[] signal : leads.signals()) {
            double[] detail = SplineWavelet.detail(signal, width);
            for (int i = 0; i < slope.length; i++) {
                slope[i] += detail[i] * detail[i];
            }
        }
        for (int i = 0; i < slope.length; i++) {
            slope[i] = Math.sqrt(slope[i]);
        }
        double[] sorted = slope.clone();
        Arrays.sort(sorted);
        return new QrsBounds(slope, rateHz, sorted.length == 0 ? 0 : sorted[sorted.length / 2]);
    }

    /**
     * The bounds around an R peak.
     *
     * @param rPeak sample index
     * @param from first sample that may belong to this beat
     * @param to the sample after the last
     * @return a wave whose peak is {@code rPeak}; absent if nothing stands out of the noise or the record cuts it
     */
    Wave around(int rPeak, int from, int to) {
        int core = (int) Math.round(CORE_SECONDS * rateHz);
        int steepest = rPeak;
        for (int i = Math.max(from, rPeak - core); i < Math.min(to, rPeak + core); i++) {
            steepest = slope[i] > slope[steepest] ? i : steepest;
        }
        double floor = NOISE_FACTOR * noise;
        if (slope[steepest] <= floor) {
            return Wave.ABSENT;
        }
        int first = Math.max(from, rPeak - (int) Math.round(BEFORE_SECONDS * rateHz));
        int last = Math.min(to - 1, rPeak + (int) Math.round(AFTER_SECONDS * rateHz));
        int onset = edge(steepest, first, -ONSET_PAUSE_SECONDS, Math.max(floor, ONSET_SHARE * slope[steepest]));
        int offset = edge(steepest, last, OFFSET_PAUSE_SECONDS, Math.max(floor, OFFSET_SHARE * slope[steepest]));
        return onset <= 0 || offset >= slope.length - 1 || onset > rPeak || offset < rPeak
            ? Wave.ABSENT : new Wave(onset, rPeak, offset);
    }

    /** The last sample above a level in one direction, looking past pauses that are too short to end a complex. */
    private int edge(int start, int end, double pauseSeconds, double level) {
        int step = (int) Math.signum(pauseSeconds);
        int pause = (int) Math.round(Math.abs(pauseSeconds) * rateHz);
        int edge = start;
        for (int i = start; i != end + step && Math.abs(i - edge) <= pause; i += step) {
            if (slope[i] > level) {
                edge = i;
            }
        }
        return edge;
    }
}
