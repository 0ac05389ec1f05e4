package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AurocTest {

    /** The definition, pair by pair. */
    private static double byPairs(byte[] truth, double[] score) {
        double wins = 0;
        long pairs = 0;
        for (int i = 0; i < truth.length; i++) {
            for (int j = 0; j < truth.length; j++) {
                if (truth[i] == Truth.POSITIVE && truth[j] == Truth.NEGATIVE) {
                    wins += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalsTheDefinitionWithTies(long seed) {
        Draws draws = new Draws(seed);
        byte[] truth = draws.truth(60, 0.3);
        truth[0] = 1;
        truth[1] = 0;
        truth[2] = Truth.MISSING;
        for (int grid : new int[] {1, 3, 10, 1000}) {
            double[] score = draws.scores(truth, 0.3, grid);
            assertEquals(byPairs(truth, score), Auroc.of(truth, score), 1e-15);
        }
    }

    @Test
    void isUnchangedByMonotoneMapsAndTheOrderAndDuplicationOfRows() {
        Draws draws = new Draws(5);
        byte[] truth = draws.truth(200, 0.2);
        double[] score = draws.scores(truth, 0.4, 50);
        double auroc = Auroc.of(truth, score);
        double[] mapped = new double[200];
        double[] flipped = new double[200];
        byte[] other = new byte[200];
        byte[] reversed = new byte[200];
        double[] reversedScore = new double[200];
        byte[] twice = new byte[400];
        double[] twiceScore = new double[400];
        for (int i = 0; i < 200; i++) {
            mapped[i] = Math.exp(3 * score[i]) - 7;
            flipped[i] = -score[i];
            other[i] = (byte) (1 - truth[i]);
            reversed[199 - i] = twice[i] = twice[i + 200] = truth[i];
            reversedScore[199 - i] = twiceScore[i] = twiceScore[i + 200] = score[i];
        }
        assertEquals(auroc, Auroc.of(truth, mapped));
        assertEquals(auroc, Auroc.of(other, flipped));
        assertEquals(1 - auroc, Auroc.of(other, score), 1e-15);
        assertEquals(auroc, Auroc.of(reversed, reversedScore));
        assertEquals(auroc, Auroc.of(twice, twiceScore));
        assertEquals(AveragePrecision.of(SortedScores.of(truth, score)),
            AveragePrecision.of(SortedScores.of(twice, twiceScore)), 1e-14);
    }

    @Test
    void isUndefinedWithoutBothOutcomesAndLeavesMissingOut() {
        assertTrue(Double.isNaN(Auroc.of(new byte[0], new double[0])));
        assertTrue(Double.isNaN(Auroc.of(new byte[] {1, 1, -1}, new double[] {1, 2, 3})));
        assertTrue(Double.isNaN(Auroc.of(new byte[] {0, 1}, new double[] {1, Double.NaN})));
        assertEquals(1, Auroc.of(new byte[] {0, 1, -1, 1}, new double[] {1, 2, 0, Double.NaN}));
        assertEquals(0.5, Auroc.of(new byte[] {0, 1}, new double[] {0.0, -0.0}), "zeros of either sign are equal");
    }
}
