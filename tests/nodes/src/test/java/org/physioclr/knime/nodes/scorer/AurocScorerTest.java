package org.physioclr.knime.nodes.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.host.TestTable;

/** One table of predictions through the node. */
class AurocScorerTest {

    @TempDir
    Path folder;

    private NodeRun scorer() {
        return new NodeRun("org.physioclr.knime.nodes.scorer.AurocScorerFactory", folder).set("replicates", 200);
    }

    /** The vector of DeLong's method in the literature's fast form; figures by hand and by brute force. */
    private TestTable worked() {
        TestTable table = new TestTable(folder).column("AF", IntCell.TYPE).column("P (AF=1)", DoubleCell.TYPE);
        double[] scores = {.9, .8, .7, .4, .7, .5, .4, .3, .2, .1};
        for (int i = 0; i < scores.length; i++) {
            table.row("r" + i, i < 4 ? 1 : 0, scores[i]);
        }
        return table;
    }

    @Test
    void aPlainTableOfTruthAndScoresIsEnough() {
        NodeResult result = scorer().set("intervalMethod", "LOGIT_DELONG").input(worked().make()).execute();
        TableContent labels = result.content("Scores per label");
        assertEquals(1, labels.size());
        assertEquals("AF", labels.at(0, "Label"));
        assertEquals(4, labels.at(0, "Positives"));
        assertEquals(6, labels.at(0, "Negatives"));
        assertEquals(0.875, (double) labels.at(0, "AUROC"), 1e-15);
        assertEquals(0.1183412, (double) labels.at(0, "AUROC standard error"), 5e-8);
        assertEquals(0.45643, (double) labels.at(0, "AUROC low"), 5e-6);
        assertEquals(0.98315, (double) labels.at(0, "AUROC high"), 5e-6);
        assertNull(labels.at(0, "Encoder"));
        assertNull(labels.at(0, "Threshold"));
        assertNull(labels.at(0, "Sensitivity"));
        assertTrue(result.warnings().get(0).contains("no column Patient"), result.warnings()::toString);
    }

    @Test
    void theWholeCurveComesOutAndTheMacroAverageIsTheOneLabels() {
        NodeResult result = scorer().input(worked().make()).execute();
        TableContent points = result.content("ROC points");
        assertNull(points.at(0, "Threshold"));
        assertEquals(0.0, points.at(0, "True positive rate"));
        assertEquals(0.5, points.at(1, "True positive rate"), "0.9 and 0.8 are the two best positives");
        assertEquals(0.8, points.at(1, "Threshold"));
        assertEquals(1.0, points.at(points.size() - 1, "False positive rate"));
        TableContent summary = result.content("Summary");
        assertEquals(List.of("Macro AUROC", "Weighted AUROC", "Micro AUROC", "Macro average precision"),
            summary.column("Figure"));
        assertEquals(0.875, (double) summary.at(0, "Value"), 1e-15);
        assertEquals("AF", summary.at(0, "Labels covered"));
        assertEquals(10, summary.at(0, "Patients"));
        assertEquals(0, result.content("Comparison").size());
        assertEquals(0, result.content("Label efficiency").size());
    }

    @Test
    void truthMayBeNumbersTextOrTruthValuesAndMissingIsUnknown() {
        BufferedDataTable table = new TestTable(folder).column("A", StringCell.TYPE).column("P (A=1)", DoubleCell.TYPE)
            .column("B", BooleanCell.TYPE).column("P (B=1)", DoubleCell.TYPE).column("C", IntCell.TYPE)
            .column("P (C=1)", DoubleCell.TYPE).row("r1", "1", .9, true, .9, 1, .9).row("r2", "0", .1, false, .1, 0, .1)
            .row("r3", null, .95, null, .95, null, .95).make();
        TableContent labels = scorer().input(table).execute().content("Scores per label");
        for (int label = 0; label < 3; label++) {
            assertEquals(1.0, labels.at(label, "AUROC"));
            assertEquals(1, labels.at(label, "Rows without truth"));
            assertEquals(1, labels.at(label, "Positives"));
        }
    }

    @Test
    void aLabelWithOneOutcomeIsMissingWithTheReasonAndInNoAverage() {
        BufferedDataTable table = new TestTable(folder).column("A", IntCell.TYPE).column("P (A=1)", DoubleCell.TYPE)
            .column("B", IntCell.TYPE).column("P (B=1)", DoubleCell.TYPE).row("r1", 1, .9, 0, .9)
            .row("r2", 0, .1, 0, .1).row("r3", 1, .8, 0, .2).row("r4", 0, .2, 0, .3).make();
        NodeResult result = scorer().input(table).execute();
        TableContent labels = result.content(0);
        assertNull(labels.at(1, "AUROC"));
        assertNull(labels.at(1, "AUROC low"));
        assertNull(labels.at(1, "Average precision"));
        assertEquals("no positives among 4 rows", labels.at(1, "Reason"));
        assertEquals("A", result.content(1).at(0, "Labels covered"));
        assertEquals(1, result.content(1).at(0, "Labels"));
        assertTrue(String.join("\n", result.warnings()).contains("Not estimable and in no average: B (no positives"),
            result.warnings()::toString);
    }

    @Test
    void scoresThatAreNotANumberAreCountedAndLeftOut() {
        BufferedDataTable table = worked().row("nan", 1, Double.NaN).row("none", 0, null).make();
        NodeResult result = scorer().input(table).execute();
        assertEquals(0.875, (double) result.content(0).at(0, "AUROC"), 1e-15);
        assertEquals(2, result.content(0).at(0, "Rows without score"));
        assertTrue(String.join("\n", result.warnings()).contains("2 times a row with known truth has no score"),
            result.warnings()::toString);
    }

    @Test
    void anInfiniteScoreIsAnErrorThatNamesTableColumnAndRow() {
        String failure = scorer().input(worked().row("bad", 1, Double.POSITIVE_INFINITY).make()).execute().failure();
        assertTrue(failure.startsWith("Table Predictions") && failure.contains("P (AF=1), record bad"), failure);
    }

    @Test
    void truthThatIsNeitherZeroNorOneIsAnErrorThatNamesColumnAndRow() {
        String number = scorer().input(worked().row("bad", 2, .5).make()).execute().failure();
        assertTrue(number.contains("column AF, row bad") && number.contains("\"2\""), number);
        BufferedDataTable text = new TestTable(folder).column("A", StringCell.TYPE).column("P (A=1)", DoubleCell.TYPE)
            .row("r1", "yes", .5).make();
        assertTrue(scorer().input(text).execute().failure().contains("\"yes\""));
    }

    private TestTable withRecords() {
        return new TestTable(folder).column("Record", StringCell.TYPE).column("A", IntCell.TYPE)
            .column("P (A=1)", DoubleCell.TYPE).row("r1", "x", 1, .5).row("r2", "y", 0, .6).row("r3", "z", 1, null);
    }

    @Test
    void rowsThatRepeatARecordCountOnceWithAWarning() {
        BufferedDataTable table = withRecords().row("r4", "x", 1, .5).row("r5", "z", 1, null).make();
        NodeResult result = scorer().input(table).execute();
        assertEquals(1, result.content(0).at(0, "Positives"));
        assertEquals(1, result.content(0).at(0, "Rows without score"));
        assertEquals(3, result.content(1).at(0, "Rows"));
        assertTrue(result.warnings().stream().anyMatch(warning -> warning.contains("2 rows repeat a record")
            && warning.contains("(r4, r5)")), result.warnings()::toString);
    }

    @Test
    void aRecordThatComesTwiceWithAnotherScoreOrTruthIsAnErrorThatNamesColumnAndRow() {
        String score = scorer().input(withRecords().row("r4", "x", 1, .7).make()).execute().failure();
        assertTrue(score.contains("column A, row r4: the record x has come before"), score);
        assertTrue(scorer().input(withRecords().row("r4", "y", 1, .6).make()).execute().failure().contains("row r4"));
        assertTrue(scorer().input(withRecords().row("r4", "z", 1, .1).make()).execute().failure().contains("row r4"));
    }

    @Test
    void aTableWithoutRowsGivesEveryLabelWithTheReason() {
        BufferedDataTable table =
            new TestTable(folder).column("A", IntCell.TYPE).column("P (A=1)", DoubleCell.TYPE).make();
        NodeResult result = scorer().input(table).execute();
        assertNull(result.content(0).at(0, "AUROC"));
        assertEquals("no row has both a known truth and a score", result.content(0).at(0, "Reason"));
        assertNull(result.content(1).at(0, "Value"));
        assertEquals("no label has both outcomes", result.content(1).at(0, "Reason"));
        assertTrue(result.warnings().stream().anyMatch(warning -> warning.contains("there are no rows")));
    }

    @Test
    void scoresOutsideZeroAndOneAreRankedButNotCalibrated() {
        NodeResult result = scorer().input(worked().row("x", 1, 7.5).make()).execute();
        TableContent labels = result.content(0);
        assertEquals((5 * 6 - 3.0) / 30, (double) labels.at(0, "AUROC"), 1e-15, "21 of 24 wins, and 6 of 6 more");
        assertNull(labels.at(0, "Brier score"));
        assertNull(labels.at(0, "Calibration error"));
        assertTrue(labels.at(0, "Reason").toString().contains("outside [0, 1]"));
        assertTrue(result.warnings().stream().anyMatch(warning -> warning.contains("no probabilities")));
    }

    @Test
    void aScoreColumnWithoutTruthIsNamedInAWarningAndOneWithoutAnyIsAnError() {
        BufferedDataTable table = new TestTable(folder).column("A", IntCell.TYPE).column("P (A=1)", DoubleCell.TYPE)
            .column("P (B=1)", DoubleCell.TYPE).row("r1", 1, .9, .5).row("r2", 0, .1, .5).make();
        assertTrue(scorer().input(table).execute().warnings().stream().anyMatch(w -> w.contains("P (B=1)")));
        BufferedDataTable none = new TestTable(folder).column("P (B=1)", DoubleCell.TYPE).row("r1", .9).make();
        String failure = scorer().input(none).configure().failure();
        assertTrue(failure.contains("P (B=1) has no truth column"), failure);
        assertFalse(scorer().input(worked().make()).configure().isFailed());
    }

    @Test
    void aScoreColumnOfTextIsAnErrorAtConfigureTime() {
        BufferedDataTable table = new TestTable(folder).column("A", IntCell.TYPE).column("P (A=1)", StringCell.TYPE)
            .row("r1", 1, "0.5").make();
        String failure = scorer().input(table).configure().failure();
        assertTrue(failure.contains("\"P (A=1)\"") && failure.contains("numbers"), failure);
    }

    @Test
    void callsAtTheThresholdAreCountedByHand() {
        TestTable table = new TestTable(folder).column("A", IntCell.TYPE).column("P (A=1)", DoubleCell.TYPE)
            .column("Threshold (A)", DoubleCell.TYPE);
        double[] scores = {.9, .6, .5, .2, .7, .4, .3, .1};
        for (int i = 0; i < scores.length; i++) {
            table.row("r" + i, i < 4 ? 1 : 0, scores[i], .5);
        }
        TableContent labels = scorer().input(table.make()).execute().content(0);
        assertEquals(0.5, labels.at(0, "Threshold"));
        assertEquals(0.75, labels.at(0, "Sensitivity"), "3 of 4 score at least 0.5");
        assertEquals(0.75, labels.at(0, "Specificity"), "3 of 4 score less");
        assertEquals(0.75, labels.at(0, "PPV"), "3 of 4 called");
        assertEquals(0.75, labels.at(0, "F1"));
        // Wilson's formula by hand, z = 1.959964: centre 0.6275273, margin 0.3268854
        assertEquals(0.3006418, (double) labels.at(0, "Sensitivity low"), 1e-7);
        assertEquals(0.9544127, (double) labels.at(0, "Sensitivity high"), 1e-7);
        String failure = scorer().input(table.row("other", 1, .5, .6).make()).execute().failure();
        assertTrue(failure.contains("Threshold (A), row other"), failure);
    }

    @Test
    void equalSeedsGiveEqualIntervalsAndTheMethodIsTheChosenOne() {
        NodeRun bootstrap = scorer().set("intervalMethod", "PATIENT_BOOTSTRAP").input(worked().make());
        List<Object> first = bootstrap.execute().content(0).row(0);
        assertEquals(first, bootstrap.execute().content(0).row(0));
        assertFalse(first.equals(bootstrap.set("seed", 2).execute().content(0).row(0)));
        assertFalse(first.equals(scorer().input(worked().make()).execute().content(0).row(0)));
    }

    @Test
    void aLevelOrNumberOfReplicatesOutOfRangeIsRefusedBeforeExecution() {
        assertTrue(scorer().set("replicates", 10).input(worked().make()).configure().isFailed());
        assertTrue(scorer().set("levelPercent", 100.0).input(worked().make()).configure().isFailed());
    }

    @Test
    void theChallengeScoreNeedsARewardMatrixWithSinusRhythm() throws IOException {
        Path matrix = Files.writeString(folder.resolve("weights.csv"), """
            ,164889003,426783006
            164889003,1,.5
            426783006,.5,1
            """);
        TestTable table = new TestTable(folder);
        for (String label : List.of("AF", "NSR")) {
            table.column(label, IntCell.TYPE).column("P (" + label + "=1)", DoubleCell.TYPE)
                .column("Threshold (" + label + ")", DoubleCell.TYPE);
        }
        table.row("r1", 1, .9, .5, 0, .1, .5).row("r2", 0, .1, .5, 1, .9, .5).row("r3", 1, .2, .5, 0, .8, .5);
        NodeResult result = scorer().set("rewards/file", matrix).input(table.make()).execute();
        TableContent summary = result.content("Summary");
        assertEquals("CinC 2021 challenge score", summary.at(4, "Figure"));
        // Two right (1 each) and AF called as sinus (0.5 / 2): 2.25; always right 3; always sinus 0.25 + 1 + 0.25.
        assertEquals((2.25 - 1.5) / (3 - 1.5), (double) summary.at(4, "Value"), 1e-15);
        assertTrue(scorer().set("rewards/file", folder.resolve("absent.csv")).input(table.make()).execute().failure()
            .contains("absent.csv"));
    }
}
