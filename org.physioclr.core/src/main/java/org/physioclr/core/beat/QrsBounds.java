package org.physioclr.core.beat;

import java.util.Arrays;

import org.hipparchus.util.KthSelector;

/**
 * Finds where QRS complexes begin and end: where the slope at a fine scale rises above and falls below a share of its
 * maximum within the complex, or the noise between beats if that is more. The peak is the largest deviation from the
 * straight line between both ends.
 *
 * @param signal the lead in millivolts
 * @param slope absolute wavelet detail
 * @param rateHz samples a second
 * @param noise the usual slope between beats
 * @param shares where waves begin and end
 */
record QrsBounds(double[] signal, double[] slope, double rateHz, double noise, WaveShares shares) {

    private static final double SCALE_SECONDS = 0.01;
    private static final double CORE_SECONDS = 0.08;
    private static final double BEFORE_SECONDS = 0.14;
    private static final double AFTER_SECONDS = 0.2;
    private static final double ONSET_PAUSE_SECONDS = 0.01;
    private static final double OFFSET_PAUSE_SECONDS = 0.022;
    private static final double NOISE_FACTOR = 2.5;
    private static final int NOISE_SAMPLES = 500;

    static QrsBounds of(double[] signal, double rateHz, WaveShares shares) {
        double[] slope = SplineWavelet.detail(signal, Math.max(2, (int) Math.round(SCALE_SECONDS * rateHz)));
        for (int i = 0; i < slope.length; i++) {
            slope[i] = Math.abs(slope[i]);
        }
        int stride = Math.max(1, slope.length / NOISE_SAMPLES);
        double[] some = new double[slope.length / stride];
        Arrays.setAll(some, i -> slope[i * stride]);
        double noise = some.length == 0 ? 0 : new KthSelector().select(some, null, some.length / 2);
        return new QrsBounds(signal, slope, rateHz, noise, shares);
    }

    /**
     * The bounds around an R peak.
     *
     * @param rPeak sample index
     * @param from first sample that may belong to this beat
     * @param to the sample after the last
     * @return absent if nothing stands out of the noise or the record cuts it
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
        int onset = edge(steepest, first, -ONSET_PAUSE_SECONDS, Math.max(floor, shares.qrsOnset() * slope[steepest]));
        int offset = edge(steepest, last, OFFSET_PAUSE_SECONDS, Math.max(floor, shares.qrsOffset() * slope[steepest]));
        return onset <= 0 || offset >= slope.length - 1 || onset > rPeak || offset < rPeak
            ? Wave.ABSENT : new Wave(onset, peak(onset, offset), offset);
    }

    private int peak(int onset, int offset) {
        double step = (signal[offset] - signal[onset]) / Math.max(1, offset - onset);
        int peak = onset;
        double largest = 0;
        for (int i = onset; i <= offset; i++) {
            double deviation = Math.abs(signal[i] - signal[onset] - step * (i - onset));
            if (deviation > largest) {
                peak = i;
                largest = deviation;
            }
        }
        return peak;
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
