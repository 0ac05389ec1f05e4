package org.physioclr.core.beat;

/**
 * Moving averages of a signal, in time that does not depend on the window.
 *
 * @param sums of the first samples, one more than there are samples
 */
record MovingAverage(double[] sums) {

    static MovingAverage of(double[] signal) {
        double[] sums = new double[signal.length + 1];
        double sum = 0;
        for (int i = 0; i < signal.length; i++) {
            sum += signal[i];
            sums[i + 1] = sum;
        }
        return new MovingAverage(sums);
    }

    /** The mean over a window around each sample; at the ends over the part of it that exists. */
    double[] centred(int window) {
        int length = sums.length - 1;
        int before = window / 2;
        int after = window - before;
        double[] means = new double[length];
        double scale = 1.0 / window;
        for (int i = before; i <= length - after; i++) {
            means[i] = (sums[i + after] - sums[i - before]) * scale;
        }
        for (int i = 0; i < Math.min(length, before); i++) {
            means[i] = atEnd(i, before, after);
        }
        for (int i = Math.max(before, length - after + 1); i < length; i++) {
            means[i] = atEnd(i, before, after);
        }
        return means;
    }

    private double atEnd(int i, int before, int after) {
        int from = Math.max(0, i - before);
        int to = Math.min(sums.length - 1, i + after);
        return (sums[to] - sums[from]) / (to - from);
    }
}
