package org.physioclr.core.score;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.physioclr.core.run.Progress;

/**
 * The values of one figure in all bootstrap replicates, and the intervals that follow from them (B. Efron and
 * R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapters 13 and 14).
 */
final class Replicates {

    private final double[] ascending;

    /** Takes the values in any order; NaN, a replicate without the figure, is left out. */
    Replicates(double[] values) {
        ascending = DoubleStream.of(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    }

    /** Runs the work of all replicates in any order on all threads of the pool that calls, with progress and cancel. */
    static void run(int replicates, Progress progress, String what, IntConsumer work) {
        AtomicInteger done = new AtomicInteger();
        int step = Math.max(1, replicates / 50);
        IntStream.range(0, replicates).parallel().forEach(replicate -> {
            progress.checkCancelled();
            work.accept(replicate);
            int count = done.incrementAndGet();
            if (count % step == 0) {
                progress.report((double) count / replicates, what + " " + count + "/" + replicates);
            }
        });
    }

    /**
     * The estimate with its bootstrap interval.
     *
     * @param value the figure of the rows themselves
     * @param acceleration of the BCa interval; NaN for the percentile interval
     */
    Estimate estimate(double value, double acceleration, double level) {
        if (Double.isNaN(value) || ascending.length == 0) {
            return Estimate.without(value, "no bootstrap replicate has a value");
        }
        if (ascending[0] == ascending[ascending.length - 1]) {
            return Estimate.without(value, "all bootstrap replicates are equal");
        }
        double tail = (1 - level) / 2;
        if (Double.isNaN(acceleration)) {
            return Estimate.of(value, new Interval(quantile(tail), quantile(1 - tail)));
        }
        double bias = Normal.quantile(shareBelow(value));
        if (Double.isInfinite(bias)) {
            return Estimate.without(value, "all bootstrap replicates lie on one side of the estimate");
        }
        return Estimate.of(value, new Interval(quantile(shifted(tail, bias, acceleration)),
            quantile(shifted(1 - tail, bias, acceleration))));
    }

    private static double shifted(double probability, double bias, double acceleration) {
        double z = bias + Normal.quantile(probability);
        return Normal.cumulative(bias + z / (1 - acceleration * z));
    }

    private double shareBelow(double value) {
        return 0.5 * ((double) Placements.countBelow(ascending, value, false)
            + Placements.countBelow(ascending, value, true)) / ascending.length;
    }

    /** Interpolates linearly between order statistics (Hyndman and Fan's type 7). */
    private double quantile(double probability) {
        double place = probability * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }

    /** The two-sided bootstrap probability that the figure is 0, never below 1 over the number of replicates + 1. */
    double twoSidedAgainstZero() {
        int atMost = Placements.countBelow(ascending, 0, true);
        int atLeast = ascending.length - Placements.countBelow(ascending, 0, false);
        return ascending.length == 0 ? Double.NaN
            : Math.min(1, 2.0 * (Math.min(atMost, atLeast) + 1) / (ascending.length + 1));
    }

    /**
     * The BCa interval's acceleration, Σu³ / 6(Σu²)^{3/2}, from how much each cluster moves the figure (the
     * infinitesimal jackknife; B. Efron, Journal of the American Statistical Association 82 (1987) 171).
     */
    static double acceleration(double[] influence) {
        double squares = Arrays.stream(influence).map(u -> u * u).sum();
        double cubes = Arrays.stream(influence).map(u -> u * u * u).sum();
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }
}
