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
        double[] smooth = smooth(signal, width);
        double[] detail = new double[signal.length];
        int last = signal.length - 1;
        int before = width / 2;
        int after = width - before;
        // An even width has its centre on a sample; for an odd one the mean of the two nearest differences has.
        for (int i = 0; i <= last; i++) {
            double ahead = smooth[Math.min(last, i + after)] - smooth[Math.max(0, i - before)];
            double behind = smooth[Math.min(last, i + before)] - smooth[Math.max(0, i - after)];
            detail[i] = (ahead + behind) / 2;
        }
        return detail;
    }

    /** The signal averaged twice over a width, the second time mirrored so that nothing is shifted. */
    static double[] smooth(double[] signal, int width) {
        return box(box(signal, width, width / 2), width, (width - 1) / 2);
    }

    private static double[] box(double[] signal, int width, int before) {
        double[] mean = new double[signal.length];
        int last = signal.length - 1;
        double sum = 0;
        for (int i = -before; i < width - before; i++) {
            sum += signal[Math.max(0, Math.min(last, i))];
        }
        for (int i = 0; i <= last; i++) {
            mean[i] = sum / width;
            sum += signal[Math.min(last, i + width - before)] - signal[Math.max(0, i - before)];
        }
        return mean;
    }
}
