package org.physioclr.core.feature;

import java.util.Arrays;

/** Statistics that leave missing values out and are NaN where too few are left. */
final class Statistics {

    private Statistics() {
    }

    static double[] present(double[] values) {
        double[] present = new double[values.length];
        int count = 0;
        for (double value : values) {
            present[count] = value;
            count += Double.isNaN(value) ? 0 : 1;
        }
        return Arrays.copyOf(present, count);
    }

    static double median(double[] values) {
        double[] sorted = present(values);
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length == 0 ? Double.NaN
            : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double mean(double[] values) {
        return Arrays.stream(present(values)).average().orElse(Double.NaN);
    }

    /** The standard deviation with divisor n - 1. */
    static double deviation(double[] values) {
        double[] present = present(values);
        if (present.length < 2) {
            return Double.NaN;
        }
        double mean = mean(present);
        return Math.sqrt(Arrays.stream(present).map(value -> (value - mean) * (value - mean)).sum()
            / (present.length - 1));
    }
}
