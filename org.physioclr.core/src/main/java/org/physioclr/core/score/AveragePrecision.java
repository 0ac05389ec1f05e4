package org.physioclr.core.score;

/**
 * Average precision, the step-wise area under the precision–recall curve: Σ (R_k − R_{k−1}) P_k over the distinct
 * scores from the highest on, without interpolation, as scikit-learn defines it.
 */
public final class AveragePrecision {

    private AveragePrecision() {
    }

    /** In (0, 1]; NaN without positives. Without negatives it is 1. */
    public static double of(SortedScores scores) {
        int m = scores.positives();
        int n = scores.negatives();
        if (m == 0) {
            return Double.NaN;
        }
        double[] sum = new double[1];
        scores.forEachTie((score, positives, negatives, positivesBelow, negativesBelow) -> {
            if (positives > 0) {
                double found = m - positivesBelow;
                sum[0] += positives * found / (found + n - negativesBelow);
            }
        });
        return sum[0] / m;
    }

    /**
     * Average precision with the logit interval of Boyd, Eng and Page (ECML PKDD 2013,
     * doi:10.1007/978-3-642-40994-3_29): the standard error on the logit scale is 1/√(m·AP·(1−AP)).
     */
    public static Estimate estimate(SortedScores scores, double level) {
        double value = of(scores);
        if (Double.isNaN(value)) {
            return Estimate.undefined(scores.lacking());
        }
        if (value >= 1) {
            return Estimate.without(value, "an average precision of 1 has no logit interval");
        }
        double standardError = Math.sqrt(value * (1 - value) / scores.positives());
        return Estimate.of(value, Normal.logit(value, standardError, level));
    }
}
