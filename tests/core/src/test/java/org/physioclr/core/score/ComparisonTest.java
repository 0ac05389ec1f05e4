package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;

class ComparisonTest {

    private static final ScoringOptions OPTIONS =
        new ScoringOptions(IntervalMethod.NEWCOMBE, false, 0.95, 400, new Seed(1), 10);

    /** The same truth with scores that part the outcomes by another shift. */
    private static ScoreTable rescored(ScoreTable table, double shift) {
        Draws draws = new Draws(99);
        double[][] scores = new double[table.labels().size()][];
        for (int label = 0; label < scores.length; label++) {
            scores[label] = draws.scores(table.truth()[label], shift, 1000);
        }
        return new ScoreTable(table.labels(), table.records(), table.patients(), table.truth(), scores);
    }

    @Test
    void findsTheBetterOfTwo() {
        ScoreTable poor = Draws.table(1, 3, 800, 0.3, 0.2);
        ScoreTable good = rescored(poor, 0.5);
        Comparison comparison = Scoring.compare(good, poor, OPTIONS, Progress.NONE);
        assertTrue(comparison.macroDifference().low() > 0);
        assertEquals(2.0 / 401, comparison.macroP(), 1e-12);
        for (int label = 0; label < 3; label++) {
            LabelComparison row = comparison.labels().get(label);
            PairedTest test =
                DeLong.of(poor.truth()[label], good.probability()[label], poor.probability()[label]).test(0, 1);
            assertEquals(test, row.test());
            assertTrue(row.adjustedP() >= test.p() && row.adjustedP() < 0.05);
            assertEquals(Auroc.of(poor.truth()[label], good.probability()[label]), row.first(), 1e-15);
        }
        Comparison reversed = Scoring.compare(poor, good, OPTIONS, Progress.NONE);
        assertEquals(-comparison.macroDifference().low(), reversed.macroDifference().high(), 1e-12);
    }

    @Test
    void aTableDoesNotDifferFromItself() {
        ScoreTable table = Draws.table(1, 3, 200, 0.3, 0.2);
        Comparison comparison = Scoring.compare(table, table, OPTIONS, Progress.NONE);
        assertEquals(0, comparison.macroDifference().value());
        assertEquals(1, comparison.macroP());
        comparison.labels().forEach(label -> assertEquals(1, label.test().p()));
    }

    @Test
    void pairsByRecordWhateverTheOrderAndCountsWhatHasNoPartner() {
        ScoreTable table = Draws.table(1, 3, 300, 0.4, 0.2);
        ScoreTable other = rescored(table, 0.3);
        int[] backwards = IntStream.iterate(299, row -> row - 1).limit(290).toArray();
        ScoreTable shuffled = other.select(backwards, new int[] {2, 0});
        Comparison comparison = Scoring.compare(table, shuffled, OPTIONS, Progress.NONE);
        assertEquals(290, comparison.rows());
        assertEquals(10, comparison.onlyInFirst());
        assertEquals(0, comparison.onlyInSecond());
        int[] common = IntStream.range(10, 300).toArray();
        int[] both = {0, 2};
        Comparison direct =
            Scoring.compare(table.select(common, both), other.select(common, both), OPTIONS, Progress.NONE);
        assertEquals(direct.macroDifference(), comparison.macroDifference());
        assertEquals(List.of("L0", "L2", "L1"), comparison.labels().stream().map(LabelComparison::label).toList());
        assertFalse(comparison.labels().get(2).reason().isEmpty());
    }

    @Test
    void tablesThatDisagreeAboutTheTruthAreRefused() {
        ScoreTable table = Draws.table(1, 1, 20, 0.5, 0.2);
        byte[] wrong = table.truth()[0].clone();
        wrong[4] = (byte) (1 - wrong[4]);
        ScoreTable other = new ScoreTable(table.labels(), table.records(), table.patients(), new byte[][] {wrong},
            table.probability());
        String message = assertThrows(IllegalArgumentException.class,
            () -> Scoring.compare(table, other, OPTIONS, Progress.NONE)).getMessage();
        assertTrue(message.contains("L0") && message.contains("r4"), message);
    }

    @Test
    void withoutCommonRowsThereIsAReason() {
        ScoreTable table = Draws.table(1, 2, 40, 0.5, 0.2);
        int[] both = {0, 1};
        Comparison comparison = Scoring.compare(table.select(new int[] {1, 2}, both), table.select(new int[] {3}, both),
            OPTIONS, Progress.NONE);
        assertEquals(0, comparison.rows());
        assertFalse(comparison.macroDifference().isDefined());
        assertFalse(comparison.labels().get(0).reason().isEmpty());
    }

    /** Mean, deviation and Student's limits by SciPy 1.10. */
    @Test
    void drawsAreSummarised() {
        DrawSummary summary = DrawSummary.of(new double[] {.81, .84, Double.NaN, .79, .86}, 0.95);
        assertEquals(4, summary.draws());
        assertEquals(1, summary.undefined());
        assertEquals(0.825, summary.mean().value(), 1e-12);
        assertEquals(0.031091263510296018, summary.standardDeviation(), 1e-12);
        assertEquals(0.7755268616575195, summary.mean().low(), 1e-9);
        assertEquals(0.8744731383424804, summary.mean().high(), 1e-9);
        assertEquals(0.1627331098242936, DrawSummary.of(new double[] {.01, .03, -.005, .02}, 0.95).p(), 1e-9);
        assertFalse(DrawSummary.of(new double[] {0.8}, 0.95).mean().reason().isEmpty());
        assertFalse(DrawSummary.of(new double[] {Double.NaN}, 0.95).mean().isDefined());
    }

    @Test
    void labelEfficiencyIsOneRowAFractionAndFigure() {
        List<LabelEfficiency.Point> points = LabelEfficiency.summarise(List.of(
            new LabelEfficiency.Run("b", 100, "Macro AUROC", 0.9), new LabelEfficiency.Run("a", 10, "Macro AUROC", 0.7),
            new LabelEfficiency.Run("a", 1, "Macro AUROC", 0.5), new LabelEfficiency.Run("a", 10, "Macro AUROC", 0.8)),
            0.95);
        assertEquals(List.of("b 100.0 1", "a 1.0 1", "a 10.0 2"), points.stream().map(point -> point.encoder() + " "
            + point.fractionPercent() + " " + point.summary().draws()).toList());
        assertEquals(0.75, points.get(2).summary().mean().value(), 1e-15);
    }
}
