package org.physioclr.core.score;

import java.util.stream.DoubleStream;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A figure over several draws of training rows, or over several seeds: what training anew would change.
 *
 * @param draws how many draws have the figure
 * @param undefined how many draws lack it
 * @param mean of the draws, with Student's interval, which takes the draws as independent
 * @param standardDeviation with divisor draws − 1; NaN for fewer than two draws
 * @param lowest of the draws; NaN without draws
 * @param highest of the draws
 * @param p the two-sided probability of Student's test that the mean is 0, for paired differences; NaN if undefined
 */
public record DrawSummary(int draws, int undefined, Estimate mean, double standardDeviation, double lowest,
    double highest, double p) {

    /** Summarises the draws' values; NaN is a draw without the figure. */
    public static DrawSummary of(double[] values, double level) {
        double[] known = DoubleStream.of(values).filter(value -> !Double.isNaN(value)).toArray();
        int missing = values.length - known.length;
        if (known.length == 0) {
            return new DrawSummary(0, missing, Estimate.undefined("no draw has a value"), Double.NaN, Double.NaN,
                Double.NaN, Double.NaN);
        }
        double mean = DoubleStream.of(known).sum() / known.length;
        double lowest = DoubleStream.of(known).min().getAsDouble();
        double highest = DoubleStream.of(known).max().getAsDouble();
        if (known.length == 1) {
            return new DrawSummary(1, missing, Estimate.without(mean, "one draw says nothing about others"),
                Double.NaN, lowest, highest, Double.NaN);
        }
        double deviation = lowest == highest ? 0
            : Math.sqrt(DoubleStream.of(known).map(v -> (v - mean) * (v - mean)).sum() / (known.length - 1));
        double error = deviation / Math.sqrt(known.length);
        TDistribution student = new TDistribution(known.length - 1);
        double margin = student.inverseCumulativeProbability(0.5 + level / 2) * error;
        Estimate estimate = error == 0 ? Estimate.without(mean, "all draws are equal")
            : Estimate.of(mean, new Interval(mean - margin, mean + margin));
        double p = error == 0 ? Double.NaN : 2 * student.cumulativeProbability(-Math.abs(mean / error));
        return new DrawSummary(known.length, missing, estimate, deviation, lowest, highest, p);
    }
}
