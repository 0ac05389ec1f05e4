package org.physioclr.core.score;

/**
 * The area under the receiver operating characteristic curve: the probability that a positive has a higher score than
 * a negative, ties counting half (the Mann–Whitney statistic). Counted in whole numbers, so that the result is the
 * exact quotient, rounded once. O(N log N) with the sort.
 */
public final class Auroc {

    private Auroc() {
    }

    /** The area in [0, 1]; NaN without positives or without negatives. */
    public static double of(SortedScores scores) {
        if (!scores.hasBothOutcomes()) {
            return Double.NaN;
        }
        HalfWins wins = new HalfWins();
        scores.forEachTie(wins);
        return wins.count / (2.0 * scores.positives() * scores.negatives());
    }

    /** The area in [0, 1] straight from rows; see {@link SortedScores#of}. */
    public static double of(byte[] truth, double[] score) {
        return of(SortedScores.of(truth, score));
    }

    /** Twice the number of pairs that the positive wins; at most 2·2³¹·2³¹ = 2⁶³, reached by no array. */
    private static final class HalfWins implements SortedScores.TieVisitor {
        private long count;

        @Override
        public void visit(double score, int positives, int negatives, long positivesBelow, long negativesBelow) {
            count += positives * (2 * negativesBelow + negatives);
        }
    }
}
