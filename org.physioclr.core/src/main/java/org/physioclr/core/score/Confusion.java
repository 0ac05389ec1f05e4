package org.physioclr.core.score;

/**
 * How often a label was called rightly and wrongly at one threshold.
 *
 * @param truePositives positives called positive
 * @param falsePositives negatives called positive
 * @param trueNegatives negatives called negative
 * @param falseNegatives positives called negative
 */
public record Confusion(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    /** Calls positive what scores at least the threshold. */
    public static Confusion at(double threshold, SortedScores scores) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("A threshold must be a number");
        }
        int positivesBelow = Placements.countBelow(scores.sortedPositives(), threshold, false);
        int negativesBelow = Placements.countBelow(scores.sortedNegatives(), threshold, false);
        return new Confusion(scores.positives() - positivesBelow, scores.negatives() - negativesBelow, negativesBelow,
            positivesBelow);
    }

    /** The share of positives that are called positive (recall), with Wilson's interval. */
    public Estimate sensitivity(double level) {
        return Proportion.of(truePositives, truePositives + falseNegatives, level, "no positives");
    }

    /** The share of negatives that are called negative, with Wilson's interval. */
    public Estimate specificity(double level) {
        return Proportion.of(trueNegatives, trueNegatives + falsePositives, level, "no negatives");
    }

    /** The positive predictive value (precision): the share of positives among those called so. */
    public Estimate ppv(double level) {
        return Proportion.of(truePositives, truePositives + falsePositives, level, "nothing is called positive");
    }

    /** The negative predictive value: the share of negatives among those called so. */
    public Estimate npv(double level) {
        return Proportion.of(trueNegatives, trueNegatives + falseNegatives, level, "nothing is called negative");
    }

    /** The harmonic mean of sensitivity and positive predictive value; NaN if there are neither positives nor calls. */
    public double f1() {
        long either = 2 * truePositives + falsePositives + falseNegatives;
        return either == 0 ? Double.NaN : 2.0 * truePositives / either;
    }
}
