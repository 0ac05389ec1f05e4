package org.physioclr.core.score;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** The standard normal distribution as intervals and tests need it. */
final class Normal {

    private static final NormalDistribution STANDARD = new NormalDistribution();

    private Normal() {
    }

    /** The z that a two-sided interval of this confidence level needs, 1.96 for 0.95. */
    static double criticalValue(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The confidence level must lie between 0 and 1, not at " + level);
        }
        return STANDARD.inverseCumulativeProbability(0.5 + level / 2);
    }

    static double quantile(double probability) {
        return STANDARD.inverseCumulativeProbability(probability);
    }

    static double cumulative(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** The probability of a deviation at least as large in either direction. */
    static double twoSided(double z) {
        return Math.min(1, 2 * STANDARD.cumulativeProbability(-Math.abs(z)));
    }

    /** The interval estimate ± z·se on the logit scale, transformed back; the estimate strictly between 0 and 1. */
    static Interval logit(double estimate, double standardError, double level) {
        double centre = Math.log(estimate / (1 - estimate));
        double margin = criticalValue(level) * standardError / (estimate * (1 - estimate));
        return new Interval(expit(centre - margin), expit(centre + margin));
    }

    private static double expit(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
