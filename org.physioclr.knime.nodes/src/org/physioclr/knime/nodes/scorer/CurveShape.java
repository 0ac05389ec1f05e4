package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.physioclr.core.score.RocCurve;

/**
 * Thins curves for the screen: no point of the curve is further from what is drawn than the tolerance (D. H. Douglas
 * and T. K. Peucker, Cartographica 10 (1973) 112). The table "ROC points" has all of them.
 *
 * @param tolerance in units of the axes, which go from 0 to 1
 */
record CurveShape(double tolerance) {

    /** Half a pixel of a large drawing; more for many curves, so that a page stays small. */
    static CurveShape forCurves(int curves) {
        return new CurveShape(curves <= 60 ? 0.0005 : 0.002);
    }

    List<RocCurve.Point> simplify(List<RocCurve.Point> points) {
        if (points.size() < 3) {
            return points;
        }
        BitSet kept = new BitSet(points.size());
        kept.set(0);
        kept.set(points.size() - 1);
        List<int[]> open = new ArrayList<>(List.of(new int[] {0, points.size() - 1}));
        while (!open.isEmpty()) {
            int[] span = open.remove(open.size() - 1);
            int furthest = furthest(points, span[0], span[1]);
            if (furthest > 0) {
                kept.set(furthest);
                open.add(new int[] {span[0], furthest});
                open.add(new int[] {furthest, span[1]});
            }
        }
        return kept.stream().mapToObj(points::get).toList();
    }

    /** The point between the two that is furthest from the line through them, 0 if none is too far. */
    private int furthest(List<RocCurve.Point> points, int from, int to) {
        RocCurve.Point a = points.get(from);
        RocCurve.Point b = points.get(to);
        double dx = b.falsePositiveRate() - a.falsePositiveRate();
        double dy = b.truePositiveRate() - a.truePositiveRate();
        double limit = tolerance * Math.hypot(dx, dy);
        int furthest = 0;
        for (int i = from + 1; i < to; i++) {
            RocCurve.Point p = points.get(i);
            double distance = Math.abs(dx * (p.truePositiveRate() - a.truePositiveRate())
                - dy * (p.falsePositiveRate() - a.falsePositiveRate()));
            if (distance > limit) {
                limit = distance;
                furthest = i;
            }
        }
        return furthest;
    }
}
