package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;

/** What must hold for any predictions: monotone maps, flipped labels, the order of rows, and rows that come twice. */
class LawsTest {

    private static final int ROWS = 240;

    private static Scores score(ScoreTable table, IntervalMethod method) {
        return Scoring.score(table, IntStream.range(0, table.labels().size()).mapToDouble(i -> Double.NaN).toArray(),
            Optional.empty(), new ScoringOptions(method, false, 0.95, 200, new Seed(3), 10), Progress.NONE);
    }

    private static ScoreTable mapped(ScoreTable table, DoubleUnaryOperator map) {
        double[][] scores = new double[table.labels().size()][];
        for (int label = 0; label < scores.length; label++) {
            scores[label] = DoubleStream.of(table.probability()[label]).map(map).toArray();
        }
        return new ScoreTable(table.labels(), table.records(), table.patients(), table.truth(), scores);
    }

    private static ScoreTable flipped(ScoreTable table) {
        byte[][] truth = new byte[table.labels().size()][table.rows()];
        for (int label = 0; label < truth.length; label++) {
            for (int row = 0; row < table.rows(); row++) {
                truth[label][row] = (byte) (1 - table.truth()[label][row]);
            }
        }
        return new ScoreTable(table.labels(), table.records(), table.patients(), truth, table.probability());
    }

    /** Every row again, under another record's name. */
    private static ScoreTable twice(ScoreTable table) {
        int[] rows = IntStream.range(0, 2 * table.rows()).map(row -> row % table.rows()).toArray();
        byte[][] truth = new byte[table.labels().size()][rows.length];
        double[][] scores = new double[table.labels().size()][rows.length];
        for (int label = 0; label < truth.length; label++) {
            for (int row = 0; row < rows.length; row++) {
                truth[label][row] = table.truth()[label][rows[row]];
                scores[label][row] = table.probability()[label][rows[row]];
            }
        }
        List<String> records = IntStream.range(0, rows.length).mapToObj(row -> "r" + row).toList();
        return new ScoreTable(table.labels(), records,
            IntStream.of(rows).mapToObj(row -> table.patients().get(row)).toList(), truth, scores);
    }

    /** A monotone map leaves everything that rests on ranks, intervals included. */
    @ParameterizedTest
    @EnumSource(IntervalMethod.class)
    void monotoneMapsChangeNoRank(IntervalMethod method) {
        ScoreTable table = Draws.table(7, 3, ROWS, 0.4, 0.4);
        Scores plain = score(table, method);
        Scores mapped = score(mapped(table, p -> 5 * Math.atan(p - 0.3) - 2), method);
        for (int label = 0; label < 3; label++) {
            assertEquals(plain.labels().get(label).auroc(), mapped.labels().get(label).auroc());
            assertEquals(plain.labels().get(label).averagePrecision(), mapped.labels().get(label).averagePrecision());
            assertEquals(plain.labels().get(label).standardError(), mapped.labels().get(label).standardError());
        }
        assertEquals(plain.averages(), mapped.averages());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void flippingLabelsMirrorsTheAurocAndItsIntervals(long seed) {
        ScoreTable table = Draws.table(seed, 2, ROWS, 0.3, 0.4);
        for (IntervalMethod method : List.of(IntervalMethod.NEWCOMBE, IntervalMethod.LOGIT_DELONG)) {
            LabelScore plain = score(table, method).labels().get(0);
            LabelScore flipped = score(flipped(table), method).labels().get(0);
            LabelScore both = score(mapped(flipped(table), p -> -p), method).labels().get(0);
            assertEquals(1 - plain.auroc().value(), flipped.auroc().value(), 1e-15);
            assertEquals(1 - plain.auroc().low(), flipped.auroc().high(), 1e-12);
            assertEquals(1 - plain.auroc().high(), flipped.auroc().low(), 1e-12);
            assertEquals(plain.standardError(), flipped.standardError(), 1e-15);
            assertEquals(plain.auroc().value(), both.auroc().value());
            assertEquals(plain.auroc().low(), both.auroc().low(), 1e-12);
        }
    }

    @Test
    void theOrderOfRowsIsOfNoMatter() {
        ScoreTable table = Draws.table(9, 3, ROWS, 0.4, 0.4);
        int[] backwards = IntStream.range(0, ROWS).map(row -> ROWS - 1 - row).toArray();
        ScoreTable reversed = table.select(backwards, new int[] {0, 1, 2});
        Scores plain = score(table, IntervalMethod.LOGIT_DELONG);
        Scores other = score(reversed, IntervalMethod.LOGIT_DELONG);
        for (int label = 0; label < 3; label++) {
            LabelScore first = plain.labels().get(label);
            LabelScore second = other.labels().get(label);
            assertEquals(first.auroc(), second.auroc());
            assertEquals(first.averagePrecision(), second.averagePrecision());
            assertEquals(first.curve(), second.curve());
            assertEquals(first.calibration().brier(), second.calibration().brier(), 1e-15);
        }
        for (AverageScore.Kind kind : AverageScore.Kind.values()) {
            assertEquals(plain.average(kind).value(), other.average(kind).value());
        }
        Comparison comparison = Scoring.compare(table, mapped(reversed, p -> p * p),
            ScoringOptions.usual(new Seed(1)), Progress.NONE);
        assertEquals(0, comparison.macroDifference().value());
        assertTrue(comparison.labels().stream().allMatch(label -> label.test().p() == 1));
    }

    /** With equally many of both outcomes DeLong's variance falls by (m − 1) / (2m − 1), for its divisors are m − 1. */
    @Test
    void rowsThatComeTwiceChangeNoFigureAndTightenTheInterval() {
        ScoreTable drawn = Draws.table(5, 1, ROWS, 0.5, 0.4);
        int[] balanced = balanced(drawn.truth()[0]);
        ScoreTable table = drawn.select(balanced, new int[] {0});
        LabelScore once = score(table, IntervalMethod.NEWCOMBE).labels().get(0);
        Scores doubled = score(twice(table), IntervalMethod.NEWCOMBE);
        LabelScore twice = doubled.labels().get(0);
        double m = once.positives();
        assertEquals(m, once.negatives());
        assertEquals(once.auroc().value(), twice.auroc().value(), 1e-15);
        assertEquals(once.averagePrecision().value(), twice.averagePrecision().value(), 1e-14);
        assertEquals(once.curve(), twice.curve());
        assertEquals(once.calibration().expectedError(), twice.calibration().expectedError(), 1e-14);
        assertEquals(once.standardError() * Math.sqrt((m - 1) / (2 * m - 1)), twice.standardError(), 1e-14);
        assertTrue(twice.auroc().low() > once.auroc().low() && twice.auroc().high() < once.auroc().high());
        // Whole patients are drawn, so that their number and not that of their rows makes the interval.
        assertEquals(score(table, IntervalMethod.PATIENT_BOOTSTRAP).averages(),
            score(twice(table), IntervalMethod.PATIENT_BOOTSTRAP).averages());
    }

    /** The first rows of either outcome, equally many. */
    private static int[] balanced(byte[] truth) {
        int[] positives = IntStream.range(0, truth.length).filter(row -> truth[row] == Truth.POSITIVE).toArray();
        int[] negatives = IntStream.range(0, truth.length).filter(row -> truth[row] == Truth.NEGATIVE).toArray();
        int count = Math.min(positives.length, negatives.length);
        return IntStream.range(0, 2 * count).map(i -> i < count ? positives[i] : negatives[i - count]).toArray();
    }
}
