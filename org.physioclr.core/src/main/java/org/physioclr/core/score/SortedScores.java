package org.physioclr.core.score;

import java.util.Arrays;

/**
 * The scores of one label, positives and negatives apart, each ascending: all that rank-based figures need. Rows
 * without truth or without a score (NaN) are left out.
 */
public final class SortedScores {

    private final double[] positives;
    private final double[] negatives;

    private SortedScores(double[] positives, double[] negatives) {
        this.positives = positives;
        this.negatives = negatives;
    }

    /**
     * Sorts the scores of one label.
     *
     * @param truth {@code [row]}, see {@link Truth}
     * @param score {@code [row]}, larger for more likely positive; NaN is missing, infinite is allowed
     * @throws IllegalArgumentException if the two differ in length
     */
    public static SortedScores of(byte[] truth, double[] score) {
        if (truth.length != score.length) {
            throw new IllegalArgumentException(truth.length + " rows of truth, but " + score.length + " scores");
        }
        return new SortedScores(select(truth, score, Truth.POSITIVE), select(truth, score, Truth.NEGATIVE));
    }

    private static double[] select(byte[] truth, double[] score, byte outcome) {
        int count = 0;
        for (int row = 0; row < truth.length; row++) {
            count += truth[row] == outcome && !Double.isNaN(score[row]) ? 1 : 0;
        }
        double[] selected = new double[count];
        int next = 0;
        for (int row = 0; row < truth.length; row++) {
            if (truth[row] == outcome && !Double.isNaN(score[row])) {
                selected[next++] = score[row] + 0.0; // turns -0.0 into 0.0: sorting tells them apart, ranking must not
            }
        }
        Arrays.sort(selected);
        return selected;
    }

    /** The number of positives, m. */
    public int positives() {
        return positives.length;
    }

    /** The number of negatives, n. */
    public int negatives() {
        return negatives.length;
    }

    /** Whether there is at least one row of either outcome. */
    public boolean hasBothOutcomes() {
        return positives.length > 0 && negatives.length > 0;
    }

    /** Why a figure that needs both outcomes is undefined. */
    String lacking() {
        if (positives.length == 0 && negatives.length == 0) {
            return "no row has both a known truth and a score";
        }
        return positives.length == 0 ? "no positives among " + negatives.length + " rows"
            : "no negatives among " + positives.length + " rows";
    }

    /** Ascending; not to be changed. */
    double[] sortedPositives() {
        return positives;
    }

    /** Ascending; not to be changed. */
    double[] sortedNegatives() {
        return negatives;
    }

    /** Rows of equal score, and how many rows of either outcome lie below it. */
    interface TieVisitor {
        void visit(double score, int positives, int negatives, long positivesBelow, long negativesBelow);
    }

    /** Visits all groups of equal scores, ascending. */
    void forEachTie(TieVisitor visitor) {
        int p = 0;
        int n = 0;
        while (p < positives.length || n < negatives.length) {
            double score = n == negatives.length || p < positives.length && positives[p] < negatives[n]
                ? positives[p] : negatives[n];
            int firstPositive = p;
            int firstNegative = n;
            while (p < positives.length && positives[p] == score) {
                p++;
            }
            while (n < negatives.length && negatives[n] == score) {
                n++;
            }
            visitor.visit(score, p - firstPositive, n - firstNegative, firstPositive, firstNegative);
        }
    }
}
