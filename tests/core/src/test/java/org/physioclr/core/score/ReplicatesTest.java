package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.core.run.Seed;

class ReplicatesTest {

    private static final double[] VALUES =
        IntStream.range(0, 1000).mapToDouble(i -> 0.8 + 0.1 * Math.sin((double) i * i)).toArray();

    /** NumPy 1.24's quantiles, at the probabilities of the BCa formula by SciPy 1.10 for the second interval. */
    @Test
    void intervalsAgreeWithNumpy() {
        Estimate percentile = new Replicates(VALUES).estimate(0.79, Double.NaN, 0.95);
        assertEquals(0.7002358880751625, percentile.low(), 1e-12);
        assertEquals(0.8997026280972058, percentile.high(), 1e-12);
        Estimate bca = new Replicates(VALUES).estimate(0.79, 0.03, 0.95);
        assertEquals(0.7001902136068242, bca.low(), 1e-12);
        assertEquals(0.8995871881033898, bca.high(), 1e-12);
    }

    @Test
    void saysWhyThereIsNoInterval() {
        assertFalse(new Replicates(new double[] {1, 1, 1}).estimate(1, Double.NaN, 0.95).reason().isEmpty());
        assertFalse(new Replicates(new double[] {Double.NaN}).estimate(1, Double.NaN, 0.95).reason().isEmpty());
        assertFalse(new Replicates(new double[] {.1, .2, .3}).estimate(0.4, 0, 0.95).reason().isEmpty());
    }

    @Test
    void theProbabilityOfNoDifferenceIsNeverZero() {
        double[] above = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        assertEquals(0.2, new Replicates(above).twoSidedAgainstZero(), 1e-15);
        assertEquals(1, new Replicates(new double[] {-1, 1, -2, 2}).twoSidedAgainstZero());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWeightedSweepEqualsRepeatedRows(long seed) {
        Draws draws = new Draws(seed);
        byte[] truth = draws.truth(150, 0.2);
        truth[7] = Truth.MISSING;
        double[] score = draws.scores(truth, 0.4, 30);
        score[9] = Double.NaN;
        int[] weights = new Resampler(Clusters.byRow(150), new Seed(seed)).weights(4);
        assertEquals(150, Arrays.stream(weights).sum());
        int[] rows =
            IntStream.range(0, 150).flatMap(row -> IntStream.generate(() -> row).limit(weights[row])).toArray();
        byte[] repeated = new byte[150];
        double[] repeatedScore = Arrays.stream(rows).mapToDouble(row -> score[row]).toArray();
        for (int i = 0; i < 150; i++) {
            repeated[i] = truth[rows[i]];
        }
        SortedScores sorted = SortedScores.of(repeated, repeatedScore);
        WeightedRanking ranking = WeightedRanking.of(truth, score);
        assertEquals(Auroc.of(sorted), ranking.figures(weights).auroc(), 1e-15);
        assertEquals(sorted.positives(), ranking.figures(weights).positives());
        assertEquals(AveragePrecision.of(sorted), ranking.figures(weights).averagePrecision(), 1e-14);
        assertTrue(Double.isNaN(ranking.figures(new int[150]).auroc()));
        assertTrue(Double.isNaN(ranking.figures(new int[150]).averagePrecision()));
    }

    @Test
    void influencesAddUpToZeroAndFollowARowThatIsAdded() {
        ScoreTable table = Draws.table(3, 3, 400, 0.3, 0.3);
        Clusters clusters = Clusters.byPatient(table.patients());
        double[][] all = {Influence.ofMacro(table, clusters), Influence.ofWeighted(table, clusters),
            Influence.ofAuroc(table.truth(), table.probability(), clusters)};
        for (double[] influence : all) {
            assertEquals(0, Arrays.stream(influence).sum(), 1e-12);
        }
        // The derivative of the macro AUROC by a patient's weight, by weights of 1001 against 1000.
        WeightedRanking[] rankings = IntStream.range(0, 3)
            .mapToObj(label -> WeightedRanking.of(table.truth()[label], table.probability()[label]))
            .toArray(WeightedRanking[]::new);
        for (int patient : new int[] {0, 17, 60}) {
            int[] weights =
                IntStream.range(0, 400).map(row -> clusters.ofRow()[row] == patient ? 1001 : 1000).toArray();
            int[] before = IntStream.range(0, 400).map(row -> 1000).toArray();
            double change = 0;
            for (WeightedRanking ranking : rankings) {
                change += (ranking.figures(weights).auroc() - ranking.figures(before).auroc()) / 3;
            }
            assertEquals(all[0][patient], change * 1000, 2e-3 * Math.abs(all[0][patient]) + 1e-9);
        }
    }
}
