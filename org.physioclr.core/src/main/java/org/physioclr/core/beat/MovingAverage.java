package org.physioclr.core.beat;

/** Moving averages in time that does not depend on the window. */
final class MovingAverage {

    private MovingAverage() {
    }

    /** The mean over a window around each sample; at the ends over the part of it that exists. */
    static double[] centred(double[] signal, int window) {
        double[] sums = new double[signal.length + 1];
        for (int i = 0; i < signal.length; i++) {
            sums[i + 1] = sums[i] + signal[i];
        }
        double[] means = new double[signal.length];
        int before = window / 2;
        int after = window - before;
        for (int i = 0; i < signal.length; i++) {
            int from = Math.max(0, i - before);
            int to = Math.min(signal.length, i + after);
            means[i] = (sums[to] - sums[from]) / (to - from);
        }
        return means;
    }
}
