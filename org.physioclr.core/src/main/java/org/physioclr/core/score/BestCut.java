package org.physioclr.core.score;

/** Finds where to cut sorted scores. The cut lies midway between the scores it parts, as far as possible from both. */
final class BestCut implements SortedScores.TieVisitor {

    /** What to maximise. */
    interface Objective {
        double value(double truePositives, double falsePositives);
    }

    private final Objective objective;
    private final double m;
    private final double n;
    private double best = Double.NEGATIVE_INFINITY;
    private double cut = Double.NaN;
    private double below = Double.NaN;

    private BestCut(Objective objective, SortedScores scores) {
        this.objective = objective;
        this.m = scores.positives();
        this.n = scores.negatives();
    }

    /** The best cut, the highest of equally good ones; NaN without positives or without negatives. */
    static double of(SortedScores scores, Objective objective) {
        if (!scores.hasBothOutcomes()) {
            return Double.NaN;
        }
        BestCut search = new BestCut(objective, scores);
        scores.forEachTie(search);
        return search.cut;
    }

    @Override
    public void visit(double score, int positives, int negatives, long positivesBelow, long negativesBelow) {
        double value = objective.value(m - positivesBelow, n - negativesBelow);
        if (value >= best) {
            best = value;
            cut = Double.isNaN(below) ? score : between(below, score);
        }
        below = score;
    }

    /** The middle, or the higher one if no number lies between. */
    private static double between(double low, double high) {
        double middle = 0.5 * low + 0.5 * high;
        return middle > low && middle < high ? middle : high;
    }
}
