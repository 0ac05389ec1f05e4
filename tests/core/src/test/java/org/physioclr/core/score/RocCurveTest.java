package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocCurveTest {

    @Test
    void goesFromNothingToEverything() {
        // Descending: 0.9+, 0.8+ (straight on), 0.5 with one of either, 0.2−, 0.1− (straight on).
        RocCurve curve = RocCurve.of(SortedScores.of(new byte[] {1, 1, 1, 0, 0, 0},
            new double[] {0.9, 0.8, 0.5, 0.5, 0.2, 0.1}));
        assertEquals(List.of(new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0), new RocCurve.Point(0.8, 0, 2.0 / 3),
            new RocCurve.Point(0.5, 1.0 / 3, 1), new RocCurve.Point(0.1, 1, 1)), curve.points());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theAreaUnderItIsTheAuroc(long seed) {
        Draws draws = new Draws(seed);
        byte[] truth = draws.truth(300, 0.15);
        double[] score = draws.scores(truth, 0.4, 40);
        List<RocCurve.Point> points = RocCurve.of(SortedScores.of(truth, score)).points();
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            RocCurve.Point from = points.get(i - 1);
            RocCurve.Point to = points.get(i);
            area += (to.falsePositiveRate() - from.falsePositiveRate())
                * (to.truePositiveRate() + from.truePositiveRate()) / 2;
            assertTrue(to.threshold() < from.threshold());
        }
        assertEquals(Auroc.of(truth, score), area, 1e-12);
    }

    @Test
    void hasNoPointsWithOneOutcome() {
        assertTrue(RocCurve.of(SortedScores.of(new byte[] {1}, new double[] {1})).points().isEmpty());
    }
}
