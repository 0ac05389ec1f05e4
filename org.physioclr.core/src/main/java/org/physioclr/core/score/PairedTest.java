package org.physioclr.core.score;

/**
 * A test of two figures measured on the same rows.
 *
 * @param difference first minus second; NaN if undefined
 * @param standardError of the difference; 0 if both rank every pair alike, NaN if undefined
 * @param z difference over standard error; 0 if there is no difference at all
 * @param p two-sided probability of such a difference by chance; 1 if there is no difference at all, NaN if undefined
 */
public record PairedTest(double difference, double standardError, double z, double p) {

    static PairedTest of(double difference, double standardError) {
        if (Double.isNaN(difference) || Double.isNaN(standardError)) {
            return new PairedTest(difference, standardError, Double.NaN, Double.NaN);
        }
        if (standardError == 0) {
            boolean same = Math.abs(difference) < 1e-12;
            return new PairedTest(difference, 0, same ? 0 : Double.NaN, same ? 1 : Double.NaN);
        }
        double z = difference / standardError;
        return new PairedTest(difference, standardError, z, Normal.twoSided(z));
    }

    /** The estimated difference with its Wald interval, cut at −1 and 1. */
    public Estimate estimate(double level) {
        if (Double.isNaN(difference)) {
            return Estimate.undefined("one of the two is undefined");
        }
        if (!(standardError > 0)) {
            return Estimate.without(difference, standardError == 0 ? "both rank all rows alike"
                : "fewer than two positives or two negatives");
        }
        double margin = Normal.criticalValue(level) * standardError;
        return Estimate.of(difference,
            new Interval(Math.max(-1, difference - margin), Math.min(1, difference + margin)));
    }
}
