package org.physioclr.core.beat;

/**
 * The quadratic spline wavelet transform that is usual for ECGs (Martínez et al., IEEE Trans. Biomed. Eng. 51:570,
 * 2004), for any scale and rate: the derivative of the signal smoothed by three boxes of one width. A monophasic wave
 * gives a pair of extrema of opposite sign with a zero crossing at its peak; the result is not shifted in time.
 */
final class SplineWavelet {

    private SplineWavelet() {
    }

    /**
     * The transform at one scale.
     *
     * @param signal one lead without NaN
     * @param width of each box in samples; the scale
     * @return the change of the signal, smoothed by two boxes, over one width around each sample
     */
    static double[] detail(double[] signal, int width) {
        double[] once = new double[signal.length];
        double[] smooth = new double[signal.length];
        box(signal, width, width / 2, once);
        box(once, width, (width - 1) / 2, smooth); // mirrored, so that nothing is shifted
        return change(smooth, width, once);
    }

    /** The mean over a width that begins some samples before each sample; the first and last sample go on for ever. */
    private static void box(double[] signal, int width, int before, double[] mean) {
        int last = signal.length - 1;
        double sum = 0;
        for (int i = -before; i < width - before && last >= 0; i++) {
            sum += signal[Math.max(0, Math.min(last, i))];
        }
        double scale = 1.0 / width;
        int after = width - before;
        int inner = Math.max(before, signal.length - after);
        for (int i = 0; i < Math.min(before, signal.length); i++) {
            mean[i] = sum * scale;
            sum += signal[Math.min(last, i + after)] - signal[0];
        }
        for (int i = before; i < inner; i++) {
            mean[i] = sum * scale;
            sum += signal[i + after] - signal[i - before];
        }
        for (int i = inner; i < signal.length; i++) {
            mean[i] = sum * scale;
            sum += signal[last] - signal[i - before];
        }
    }

    /**
     * The change over a width around each sample; the first and last sample go on for ever. An even width has its
     * centre on a sample; for an odd one the mean of the two nearest differences has.
     */
    private static double[] change(double[] smooth, int width, double[] change) {
        int length = smooth.length;
        int before = width / 2;
        int after = width - before;
        for (int i = after; i < length - after; i++) {
            double ahead = smooth[i + after] - smooth[i - before];
            double behind = smooth[i + before] - smooth[i - after];
            change[i] = (ahead + behind) / 2;
        }
        for (int i = 0; i < Math.min(after, length); i++) {
            change[i] = changeAtEnd(smooth, i, before, after);
        }
        for (int i = Math.max(after, length - after); i < length; i++) {
            change[i] = changeAtEnd(smooth, i, before, after);
        }
        return change;
    }

    private static double changeAtEnd(double[] smooth, int i, int before, int after) {
        int last = smooth.length - 1;
        double ahead = smooth[Math.min(last, i + after)] - smooth[Math.max(0, i - before)];
        double behind = smooth[Math.min(last, i + before)] - smooth[Math.max(0, i - after)];
        return (ahead + behind) / 2;
    }
}
