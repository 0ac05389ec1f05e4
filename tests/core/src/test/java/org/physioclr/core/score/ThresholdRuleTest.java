package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdRuleTest {

    /** Sorted: 0.1−, 0.2−, 0.4+, 0.5−, 0.6+, 0.9+. Youden is 2/3 both at 0.6 and at 0.4: the higher cut wins. */
    private static final SortedScores SCORES = SortedScores.of(new byte[] {1, 0, 1, 0, 0, 1},
        new double[] {0.4, 0.1, 0.9, 0.5, 0.2, 0.6});

    @Test
    void choosesMidwayBetweenTheScoresItParts() {
        assertEquals(0.55, new ThresholdRule.Youden().choose(SCORES), 1e-15);
        // F1 is 6/7 at 0.4, against 4/5 at 0.6.
        assertEquals(0.3, new ThresholdRule.BestF1().choose(SCORES), 1e-15);
        assertEquals(0.7, new ThresholdRule.Fixed(0.7).choose(SCORES));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noOtherCutIsBetter(long seed) {
        Draws draws = new Draws(seed);
        byte[] truth = draws.truth(80, 0.3);
        SortedScores scores = SortedScores.of(truth, draws.scores(truth, 0.3, 12));
        double youden = youden(scores, new ThresholdRule.Youden().choose(scores));
        double f1 = Confusion.at(new ThresholdRule.BestF1().choose(scores), scores).f1();
        for (double cut = -0.1; cut < 1.5; cut += 0.01) {
            assertTrue(youden(scores, cut) <= youden + 1e-12);
            assertTrue(!(Confusion.at(cut, scores).f1() > f1 + 1e-12));
        }
    }

    private static double youden(SortedScores scores, double cut) {
        Confusion calls = Confusion.at(cut, scores);
        return calls.sensitivity(0.95).value() + calls.specificity(0.95).value() - 1;
    }

    @Test
    void hugeAndNeighbouringScoresAreParted() {
        double huge = Double.MAX_VALUE;
        SortedScores far = SortedScores.of(new byte[] {0, 1}, new double[] {-huge, huge});
        assertEquals(0, new ThresholdRule.Youden().choose(far));
        double next = Math.nextUp(1.0);
        SortedScores near = SortedScores.of(new byte[] {0, 1}, new double[] {1.0, next});
        assertEquals(next, new ThresholdRule.Youden().choose(near));
    }

    @Test
    void isUndefinedWithOneOutcome() {
        SortedScores one = SortedScores.of(new byte[] {1, 1}, new double[] {0.1, 0.2});
        assertTrue(Double.isNaN(new ThresholdRule.Youden().choose(one)));
        assertTrue(Double.isNaN(new ThresholdRule.BestF1().choose(one)));
        assertThrows(IllegalArgumentException.class, () -> new ThresholdRule.Fixed(Double.NaN));
    }

    @Test
    void countsWhatIsCalledAtTheThreshold() {
        assertEquals(new Confusion(2, 1, 2, 1), Confusion.at(0.5, SCORES));
        Confusion calls = new Confusion(7, 3, 5, 2);
        // Wilson's limits by SciPy 1.10.
        assertEquals(0.4525889691069889, calls.sensitivity(0.95).low(), 1e-12);
        assertEquals(0.9367748928821533, calls.sensitivity(0.95).high(), 1e-12);
        assertEquals(0.7, calls.ppv(0.95).value(), 1e-15);
        assertEquals(5.0 / 7, calls.npv(0.95).value(), 1e-15);
        assertEquals(14.0 / 19, calls.f1(), 1e-15);
        Estimate none = new Confusion(0, 5, 0, 1).specificity(0.95);
        assertEquals(0, none.low());
        assertEquals(0.43448246478317476, none.high(), 1e-12);
    }

    @Test
    void sharesOfNothingAreUndefined() {
        Confusion nothing = new Confusion(0, 0, 4, 0);
        assertFalse(nothing.sensitivity(0.95).isDefined());
        assertFalse(nothing.ppv(0.95).isDefined());
        assertEquals("nothing is called positive", nothing.ppv(0.95).reason());
        assertTrue(Double.isNaN(nothing.f1()));
    }
}
