package org.physioclr.core.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The receiver operating characteristic curve of one label.
 *
 * @param points from (0, 0), where nothing is called positive, to (1, 1); points on a straight line between their
 *     neighbours are left out, which leaves the curve as it is
 */
public record RocCurve(List<Point> points) {

    /**
     * What calling every row positive that scores at least the threshold leads to.
     *
     * @param threshold positive infinity at (0, 0)
     * @param falsePositiveRate in [0, 1], 1 − specificity
     * @param truePositiveRate in [0, 1], the sensitivity
     */
    public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {
    }

    public RocCurve {
        points = List.copyOf(points);
    }

    /** The curve; no points without positives or without negatives. */
    public static RocCurve of(SortedScores scores) {
        if (!scores.hasBothOutcomes()) {
            return new RocCurve(List.of());
        }
        Corners corners = new Corners(scores.positives(), scores.negatives());
        scores.forEachTie(corners);
        return corners.curve();
    }

    /** Collects from the lowest score upwards, so from (1, 1) down to (0, 0). */
    private static final class Corners implements SortedScores.TieVisitor {

        private final double m;
        private final double n;
        private final List<Point> points = new ArrayList<>();
        private long runPositives;
        private long runNegatives;

        Corners(int m, int n) {
            this.m = m;
            this.n = n;
        }

        @Override
        public void visit(double score, int positives, int negatives, long positivesBelow, long negativesBelow) {
            boolean straight = !points.isEmpty()
                && runPositives * (double) negatives == runNegatives * (double) positives;
            if (!straight) {
                points.add(new Point(score, (n - negativesBelow) / n, (m - positivesBelow) / m));
            }
            runPositives = positives;
            runNegatives = negatives;
        }

        RocCurve curve() {
            points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
            Collections.reverse(points);
            return new RocCurve(points);
        }
    }
}
