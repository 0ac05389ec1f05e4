package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class DeLongTest {

    private static final byte[] TRUTH = {1, 1, 1, 1, 0, 0, 0, 0, 0, 0};
    private static final double[] A = {.9, .8, .7, .4, .7, .5, .4, .3, .2, .1};
    private static final double[] B = {.6, .9, .5, .5, .5, .4, .6, .2, .3, .1};

    /** Ten rows with ties; the figures, to the digits given, follow from the 24 pairs. */
    @Test
    void agreesWithTheWorkedExample() {
        DeLong deLong = DeLong.of(TRUTH, A, B);
        assertArrayEquals(new double[] {0.875, 0.8541666666666666}, deLong.aurocs(), 1e-12);
        assertEquals(0.01400463, deLong.covariance()[0][0], 1e-8);
        assertEquals(0.00642361, deLong.covariance()[0][1], 1e-8);
        assertEquals(0.01475694, deLong.covariance()[1][1], 1e-8);
        assertEquals(0.1183412, deLong.standardError(0), 1e-7);
        assertEquals(0.1214782, deLong.standardError(1), 1e-7);
        PairedTest test = deLong.test(0, 1);
        assertEquals(0.1651446, test.z(), 1e-7);
        assertEquals(0.8688301, test.p(), 1e-7);
    }

    /** To full precision against the sums over the pairs themselves. */
    @Test
    void equalsTheSumsOverPairs() {
        double[][] covariance = byPairs(TRUTH, A, B);
        DeLong deLong = DeLong.of(TRUTH, A, B);
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(covariance[i], deLong.covariance()[i], 1e-15);
        }
        assertEquals(covariance[0][0], DeLong.variance(SortedScores.of(TRUTH, A)), 1e-15);
        assertEquals(covariance[1][1], DeLong.variance(SortedScores.of(TRUTH, B)), 1e-15);
    }

    private static double[][] byPairs(byte[] truth, double[]... scores) {
        double[][] sum = new double[scores.length][scores.length];
        for (byte outcome : new byte[] {1, 0}) {
            double[][] placements = new double[scores.length][];
            for (int c = 0; c < scores.length; c++) {
                placements[c] = placements(truth, scores[c], outcome);
            }
            for (int a = 0; a < scores.length; a++) {
                for (int b = 0; b < scores.length; b++) {
                    sum[a][b] += covariance(placements[a], placements[b]) / placements[a].length;
                }
            }
        }
        return sum;
    }

    private static double[] placements(byte[] truth, double[] score, byte outcome) {
        return IntStream.range(0, truth.length).filter(i -> truth[i] == outcome).mapToDouble(i ->
            IntStream.range(0, truth.length).filter(j -> truth[j] != outcome).mapToDouble(j -> {
                double lead = outcome == 1 ? score[i] - score[j] : score[j] - score[i];
                return lead > 0 ? 1 : lead == 0 ? 0.5 : 0;
            }).average().getAsDouble()).toArray();
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().getAsDouble();
        double meanB = Arrays.stream(b).average().getAsDouble();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }

    /** Three columns with many ties; computed from all pairs with NumPy 1.24, the test's p with SciPy 1.10. */
    @Test
    void agreesWithNumpyOnThreeColumns() {
        Draws draws = new Draws(7);
        byte[] truth = draws.truth(40, 0.4);
        double[][] scores = new double[3][];
        for (int k = 0; k < 3; k++) {
            scores[k] = draws.scores(truth, 0.15 * k + 0.1, 8);
        }
        DeLong deLong = DeLong.of(truth, scores);
        assertEquals(15, deLong.positives());
        assertEquals(25, deLong.negatives());
        assertArrayEquals(new double[] {0.5506666666666666, 0.7626666666666667, 0.816}, deLong.aurocs(), 1e-12);
        assertArrayEquals(new double[] {0.009749354497354498, -8.480423280423282e-05, 0.0007743492063492059},
            deLong.covariance()[0], 1e-15);
        assertArrayEquals(new double[] {0.0007743492063492059, -0.0020437142857142863, 0.0044843809523809515},
            deLong.covariance()[2], 1e-15);
        assertEquals(5.899598216978841, deLong.testAllEqual().chiSquare(), 1e-9);
        assertEquals(2, deLong.testAllEqual().degrees());
        assertEquals(0.052350221607241565, deLong.testAllEqual().p(), 1e-9);
    }

    @Test
    void identicalScoresDoNotDiffer() {
        DeLong deLong = DeLong.of(TRUTH, A, A.clone());
        assertEquals(1, deLong.test(0, 1).p());
        assertEquals(0, deLong.test(0, 1).z());
        assertEquals(1, deLong.testAllEqual().p());
        assertTrue(deLong.test(0, 1).estimate(0.95).isDefined());
        assertFalse(deLong.test(0, 1).estimate(0.95).reason().isEmpty());
    }

    @Test
    void isUndefinedWithFewerThanTwoRowsOfAnOutcome() {
        byte[] truth = {1, 0, 0, 0};
        double[] score = {.5, .3, .6, .1};
        assertTrue(Double.isNaN(DeLong.variance(SortedScores.of(truth, score))));
        DeLong deLong = DeLong.of(truth, score, score);
        assertEquals(2.0 / 3, deLong.aurocs()[0], 1e-15);
        assertTrue(Double.isNaN(deLong.covariance()[0][1]));
        assertTrue(Double.isNaN(deLong.test(0, 1).p()));
        assertTrue(Double.isNaN(deLong.testAllEqual().p()));
        assertFalse(deLong.test(0, 1).estimate(0.95).reason().isEmpty());
    }

    @Test
    void aRowThatLacksOneScoreCountsForNoColumn() {
        double[] b = B.clone();
        b[3] = Double.NaN;
        DeLong deLong = DeLong.of(TRUTH, A, b);
        assertEquals(3, deLong.positives());
        byte[] without = TRUTH.clone();
        without[3] = Truth.MISSING;
        assertEquals(DeLong.of(without, A, B).covariance()[0][1], deLong.covariance()[0][1]);
    }
}
