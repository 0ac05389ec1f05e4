package org.physioclr.core.score;

/** Intervals of an AUROC in closed form. */
public final class AurocInterval {

    private static final int HALVINGS = 200;

    private AurocInterval() {
    }

    /**
     * Newcombe's method 5: the AUROCs θ with |A − θ| ≤ z·√V(θ), where V is Hanley and McNeil's variance with both
     * sample sizes replaced by their mean, V(θ) = θ(1−θ)[1 + h(1−θ)/(2−θ) + hθ/(1+θ)]/(mn), h = (m+n)/2 − 1. Defined
     * at A = 0 and A = 1 too. Takes rows as independent, and positives' and negatives' scores as spread alike: then it
     * keeps its coverage from ten positives and ten negatives on, with heavy tails too. Where the rarer outcome's
     * scores are spread twice as widely, a 95 % interval covers 84 % at worst (the tables beside
     * tests/benchmarks/coverage).
     *
     * <p>R. G. Newcombe, Statistics in Medicine 25 (2006) 559, doi:10.1002/sim.2324.
     *
     * @param auroc A, in [0, 1]
     * @param positives m, at least 1
     * @param negatives n, at least 1
     * @param level the confidence level, such as 0.95
     */
    public static Interval newcombe(double auroc, int positives, int negatives, double level) {
        if (!(auroc >= 0 && auroc <= 1) || positives < 1 || negatives < 1) {
            throw new IllegalArgumentException("No interval of an AUROC of " + auroc + " with " + positives
                + " positives and " + negatives + " negatives");
        }
        double z = Normal.criticalValue(level);
        double low = lowerLimit(auroc, positives, negatives, z);
        // V is symmetric about 1/2, so the upper limit is the lower one of the mirrored case.
        double high = 1 - lowerLimit(1 - auroc, positives, negatives, z);
        return new Interval(Math.min(low, auroc), Math.max(high, auroc));
    }

    /**
     * DeLong's interval on the logit scale, which can't leave [0, 1].
     *
     * @param auroc A
     * @param standardError DeLong's, see {@link DeLong}
     * @return the interval, or the reason there is none: A is 0 or 1, or fewer than two rows of an outcome
     */
    public static Estimate logitDeLong(double auroc, double standardError, double level) {
        if (Double.isNaN(standardError)) {
            return Estimate.without(auroc, "fewer than two positives or two negatives");
        }
        if (auroc <= 0 || auroc >= 1 || standardError == 0) {
            return Estimate.without(auroc, "DeLong's variance is 0, which gives no interval; Newcombe's method does");
        }
        return Estimate.of(auroc, Normal.logit(auroc, standardError, level));
    }

    private static double lowerLimit(double auroc, int positives, int negatives, double z) {
        double from = 0;
        double to = auroc;
        for (int i = 0; i < HALVINGS && from < to; i++) {
            double middle = 0.5 * (from + to);
            if (auroc - middle > z * Math.sqrt(variance(middle, positives, negatives))) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return to;
    }

    private static double variance(double theta, int positives, int negatives) {
        double h = 0.5 * ((double) positives + negatives) - 1;
        return theta * (1 - theta) * (1 + h * (1 - theta) / (2 - theta) + h * theta / (1 + theta))
            / ((double) positives * negatives);
    }
}
