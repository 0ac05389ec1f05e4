package org.physioclr.core.beat;

import java.util.Arrays;

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
        int before = width / 2;
        int after = width - before;
        double[] smooth = padded(smooth(signal, width), after, after);
        double[] detail = new double[signal.length];
        // An even width has its centre on a sample; for an odd one the mean of the two nearest differences has.
        for (int i = 0; i < detail.length; i++) {
            double ahead = smooth[i + 2 * after] - smooth[i + after - before];
            double behind = smooth[i + after + before] - smooth[i];
            detail[i] = (ahead + behind) / 2;
        }
        return detail;
    }

    /** The signal averaged twice over a width, the second time mirrored so that nothing is shifted. */
    private static double[] smooth(double[] signal, int width) {
        return box(box(signal, width, width / 2), width, (width - 1) / 2);
    }

    private static double[] box(double[] signal, int width, int before) {
        double[] mean = padded(signal, before, width - before);
        double scale = 1.0 / width;
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += mean[i];
        }
        for (int i = 0; i < signal.length; i++) {
            double change = mean[i + width] - mean[i];
            mean[i] = sum * scale; // in place: what is left behind is not needed any more
            sum += change;
        }
        return Arrays.copyOf(mean, signal.length);
    }

    /** The signal with its first and last sample repeated. */
    private static double[] padded(double[] signal, int before, int after) {
        double[] padded = new double[before + signal.length + after];
        if (signal.length > 0) {
            Arrays.fill(padded, 0, before, signal[0]);
            System.arraycopy(signal, 0, padded, before, signal.length);
            Arrays.fill(padded, before + signal.length, padded.length, signal[signal.length - 1]);
        }
        return padded;
    }
}
