package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;

class ScoringTest {

    private static ScoringOptions options(IntervalMethod method, boolean biasCorrected, long seed) {
        return new ScoringOptions(method, biasCorrected, 0.95, 300, new Seed(seed), 10);
    }

    private static Scores score(ScoreTable table, ScoringOptions options) {
        double[] thresholds = new double[table.labels().size()];
        Arrays.fill(thresholds, 0.6);
        return Scoring.score(table, thresholds, Optional.empty(), options, Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(IntervalMethod.class)
    void everyIntervalHoldsItsEstimateAndNoFigureDependsOnThreads(IntervalMethod method)
        throws InterruptedException, ExecutionException {
        ScoreTable table = Draws.table(11, 4, 500, 0.3, 0.4);
        for (boolean biasCorrected : new boolean[] {false, true}) {
            ScoringOptions options = options(method, biasCorrected, 5);
            ForkJoinPool one = new ForkJoinPool(1);
            ForkJoinPool five = new ForkJoinPool(5);
            Scores scores = one.submit(() -> score(table, options)).get();
            assertEquals(scores, five.submit(() -> score(table, options)).get());
            one.shutdown();
            five.shutdown();
            for (LabelScore label : scores.labels()) {
                assertTrue(label.auroc().interval().orElseThrow().contains(label.auroc().value()));
                Estimate precision = label.averagePrecision();
                assertTrue(precision.interval().orElseThrow().contains(precision.value()));
            }
            for (AverageScore average : scores.averages()) {
                assertTrue(average.estimate().interval().orElseThrow().contains(average.estimate().value()));
                assertEquals(table.labels(), average.labels());
            }
        }
    }

    @Test
    void anotherSeedGivesAnotherIntervalOfTheSameEstimate() {
        ScoreTable table = Draws.table(11, 4, 500, 0.3, 0.4);
        Estimate first =
            score(table, options(IntervalMethod.NEWCOMBE, false, 1)).average(AverageScore.Kind.MACRO_AUROC);
        Estimate second =
            score(table, options(IntervalMethod.NEWCOMBE, false, 2)).average(AverageScore.Kind.MACRO_AUROC);
        assertEquals(first.value(), second.value());
        assertNotEquals(first.low(), second.low());
    }

    /** The bootstrap of independent rows and DeLong's variance estimate the same standard error. */
    @Test
    void bootstrapsAgreeWithDeLongOnManyIndependentRows() {
        ScoreTable clustered = Draws.table(2, 1, 3000, 0.3, 0.3);
        ScoreTable table = new ScoreTable(clustered.labels(), clustered.records(),
            clustered.records().stream().map(record -> "").toList(), clustered.truth(), clustered.probability());
        Estimate deLong = score(table, options(IntervalMethod.LOGIT_DELONG, false, 1)).labels().get(0).auroc();
        for (IntervalMethod method : IntervalMethod.values()) {
            Estimate other = score(table, options(method, true, 1)).labels().get(0).auroc();
            double width = deLong.high() - deLong.low();
            assertEquals(deLong.low(), other.low(), 0.12 * width, method.name());
            assertEquals(deLong.high(), other.high(), 0.12 * width, method.name());
        }
    }

    @Test
    void averagesAreWhatTheyAreCalled() {
        ScoreTable table = Draws.table(4, 3, 300, 0.4, 0.3);
        Scores scores = score(table, options(IntervalMethod.NEWCOMBE, false, 1));
        double macro = 0;
        double weighted = 0;
        double positives = 0;
        byte[] pooled = new byte[900];
        double[] pooledScores = new double[900];
        for (int label = 0; label < 3; label++) {
            double auroc = Auroc.of(table.truth()[label], table.probability()[label]);
            macro += auroc / 3;
            weighted += auroc * scores.labels().get(label).positives();
            positives += scores.labels().get(label).positives();
            System.arraycopy(table.truth()[label], 0, pooled, 300 * label, 300);
            System.arraycopy(table.probability()[label], 0, pooledScores, 300 * label, 300);
        }
        assertEquals(macro, scores.average(AverageScore.Kind.MACRO_AUROC).value(), 1e-14);
        assertEquals(weighted / positives, scores.average(AverageScore.Kind.WEIGHTED_AUROC).value(), 1e-14);
        assertEquals(Auroc.of(pooled, pooledScores), scores.average(AverageScore.Kind.MICRO_AUROC).value(), 1e-14);
    }

    @Test
    void whatCannotBeEstimatedIsMissingWithAReasonAndInNoAverage() {
        byte[][] truth = {{1, 1, 0, 0, 1, 0}, {0, 0, 0, 0, 0, 0}, {-1, -1, -1, -1, -1, -1}, {1, 0, 0, 0, 0, -1},
            {1, 0, 1, 0, 1, 0}};
        double nan = Double.NaN;
        double[][] scores = {{.9, .8, .1, .2, .15, .3}, {.1, .2, .3, .4, .5, .6}, {.1, .2, .3, .4, .5, .6},
            {.9, .8, .1, .2, .3, .4}, {nan, nan, nan, nan, nan, nan}};
        ScoreTable table = new ScoreTable(List.of("A", "none", "unknown", "one", "unfitted"),
            List.of("a", "b", "c", "d", "e", "f"), List.of("p", "p", "q", "q", "r", ""), truth, scores);
        Scores result = score(table, options(IntervalMethod.NEWCOMBE, false, 1));
        assertEquals(List.of(true, false, false, true, false),
            result.labels().stream().map(label -> label.auroc().isDefined()).toList());
        for (LabelScore label : result.labels()) {
            assertEquals(label.auroc().interval().isEmpty(), !label.auroc().reason().isEmpty(), label.label());
        }
        assertEquals(6, result.labels().get(2).rowsWithoutTruth());
        assertEquals(6, result.labels().get(4).rowsWithoutScore());
        assertEquals(1, result.labels().get(3).rowsWithoutTruth());
        assertEquals(List.of("A", "one"), result.averages().get(0).labels());
        assertTrue(result.warnings().get(0).contains("none (no positives"), result.warnings().toString());
        assertTrue(result.affectedReplicates() > 0);
        assertEquals(4, result.patients());
        assertFalse(result.challenge().isDefined());
    }

    @Test
    void anEmptyTableHasReasonsInsteadOfFigures() {
        ScoreTable table = new ScoreTable(List.of("A"), List.of(), List.of(), new byte[1][0], new double[1][0]);
        Scores scores = score(table, ScoringOptions.usual(new Seed(1)));
        assertFalse(scores.labels().get(0).auroc().isDefined());
        assertFalse(scores.average(AverageScore.Kind.MACRO_AUROC).reason().isEmpty());
    }

    @Test
    void refusesWhatIsNoTableNamingColumnAndRecord() {
        String infinite = assertThrows(IllegalArgumentException.class, () -> new ScoreTable(List.of("AF"),
            List.of("x", "y"), List.of("", ""), new byte[1][2], new double[][] {{0, Double.POSITIVE_INFINITY}}))
            .getMessage();
        assertTrue(infinite.contains("P (AF=1)") && infinite.contains("record y"), infinite);
        String truth = assertThrows(IllegalArgumentException.class, () -> new ScoreTable(List.of("AF"),
            List.of("x", "y"), List.of("", ""), new byte[][] {{0, 2}}, new double[1][2])).getMessage();
        assertTrue(truth.contains("AF") && truth.contains("record y"), truth);
        assertThrows(IllegalArgumentException.class, () -> new ScoreTable(List.of("AF"), List.of("x", "x"),
            List.of("", ""), new byte[1][2], new double[1][2]));
        assertThrows(IllegalArgumentException.class, () -> new ScoringOptions(IntervalMethod.NEWCOMBE, false, 95, 1000,
            new Seed(1), 10));
    }

    @Test
    void stopsWhenCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {
            }

            @Override
            public void checkCancelled() {
                throw new CancellationException();
            }
        };
        ScoreTable table = Draws.table(1, 2, 100, 0.5, 0.1);
        assertThrows(CancellationException.class, () -> Scoring.score(table, new double[2], Optional.empty(),
            ScoringOptions.usual(new Seed(1)), cancelled));
    }
}
