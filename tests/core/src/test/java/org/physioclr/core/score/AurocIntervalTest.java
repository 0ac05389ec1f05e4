package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AurocIntervalTest {

    /** The two roots of the method's quartic equation in [0, 1], with NumPy 1.24 and checked by SciPy 1.10's brentq. */
    @ParameterizedTest
    @CsvSource({
        "0.875, 4, 6, 0.95, 0.4920131866239729, 0.9779160324409047",
        "0.75, 10, 10, 0.95, 0.49077368885127476, 0.8970543952025108",
        "0.9, 10, 2000, 0.95, 0.748849579255171, 0.9614491407068486",
        "0.62, 500, 500, 0.95, 0.5848303128840747, 0.6537057671868732",
        "0.5, 50, 50, 0.9, 0.4065955692648011, 0.5934044307351989",
        "1.0, 10, 10, 0.95, 0.8002136128811059, 1.0",
        "0.0, 12, 30, 0.95, 0.0, 0.11751076666342153",
        "0.97, 25, 400, 0.99, 0.8757028009719359, 0.992729845833338"})
    void newcombeSolvesTheScoreEquation(double auroc, int m, int n, double level, double low, double high) {
        Interval interval = AurocInterval.newcombe(auroc, m, n, level);
        assertEquals(low, interval.low(), 1e-12);
        assertEquals(high, interval.high(), 1e-12);
        Interval mirrored = AurocInterval.newcombe(1 - auroc, m, n, level);
        assertEquals(1 - high, mirrored.low(), 1e-12);
        assertEquals(1 - low, mirrored.high(), 1e-12);
    }

    @Test
    void newcombeHoldsTheEstimateAndNarrowsWithRows() {
        for (double auroc : new double[] {0, 0.01, 0.3, 0.5, 0.77, 0.999, 1}) {
            double width = 2;
            for (int rows : new int[] {1, 2, 5, 10, 100, 10_000, 5_000_000}) {
                Interval interval = AurocInterval.newcombe(auroc, rows, 2 * rows, 0.95);
                assertTrue(interval.contains(auroc) && interval.low() >= 0 && interval.high() <= 1);
                assertTrue(interval.high() - interval.low() < width, auroc + " with " + rows);
                width = interval.high() - interval.low();
            }
        }
        assertThrows(IllegalArgumentException.class, () -> AurocInterval.newcombe(0.5, 0, 3, 0.95));
        assertThrows(IllegalArgumentException.class, () -> AurocInterval.newcombe(Double.NaN, 3, 3, 0.95));
    }

    /** Limits of the worked example, whose Wald limit would be 1.107. */
    @Test
    void logitDeLongStaysWithinBounds() {
        Estimate a = AurocInterval.logitDeLong(0.875, 0.11834115, 0.95);
        assertEquals(0.45643, a.low(), 1e-5);
        assertEquals(0.98315, a.high(), 1e-5);
        Estimate b = AurocInterval.logitDeLong(0.8541666667, 0.12147817, 0.95);
        assertEquals(0.46413, b.low(), 1e-5);
        assertEquals(0.97538, b.high(), 1e-5);
    }

    @Test
    void logitDeLongSaysWhyThereIsNoInterval() {
        for (Estimate none : new Estimate[] {AurocInterval.logitDeLong(1, 0, 0.95),
            AurocInterval.logitDeLong(0.7, Double.NaN, 0.95), AurocInterval.logitDeLong(0.5, 0, 0.95)}) {
            assertTrue(none.isDefined() && none.interval().isEmpty());
            assertFalse(none.reason().isEmpty());
            assertTrue(Double.isNaN(none.low()) && Double.isNaN(none.high()));
        }
    }
}
