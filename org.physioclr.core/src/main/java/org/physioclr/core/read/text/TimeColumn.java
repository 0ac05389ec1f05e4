package org.physioclr.core.read.text;

/**
 * What a column of instants says about the sampling rate.
 *
 * @param rateHz the samples a second: a whole number if the rounding of the instants allows one
 * @param firstOdd the first row that is off an even spacing by half a step or more, counted from 0; -1 if none is
 */
record TimeColumn(double rateHz, int firstOdd) {

    private static final double REGULAR = 1e-6;

    /**
     * @param seconds the instants, at least two
     */
    static TimeColumn of(double[] seconds) {
        int last = seconds.length - 1;
        double span = seconds[last] - seconds[0];
        double step = span / last;
        double worst = 0;
        for (int i = 0; i <= last; i++) {
            double deviation = Math.abs(seconds[i] - seconds[0] - i * step);
            if (!(deviation < step / 2)) {
                return new TimeColumn(Double.NaN, i);
            }
            worst = Math.max(worst, deviation);
        }
        double rate = last / span;
        double whole = Math.rint(rate);
        double tolerance = rate * (2 * worst / span + 1e-9);
        return new TimeColumn(Math.abs(rate - whole) <= tolerance && whole > 0 ? whole : rate, -1);
    }

    boolean isEven() {
        return firstOdd < 0;
    }

    /** Whether values grow by equal steps, as those of a counter or of exact instants do. */
    static boolean isRegular(double[] values) {
        int last = values.length - 1;
        double step = last > 0 ? (values[last] - values[0]) / last : 0;
        for (int i = 0; i < last; i++) {
            if (!(Math.abs(values[i + 1] - values[i] - step) <= REGULAR * Math.max(step, Math.abs(values[i])))) {
                return false;
            }
        }
        return step > 0;
    }
}
