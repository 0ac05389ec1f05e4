package org.physioclr.knime.nodes.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.host.TestTable;

/** Several encoders, label fractions and draws, and two tables to compare. */
class AurocComparisonTest {

    private static final double[] A = {.9, .8, .7, .4, .7, .5, .4, .3, .2, .1};
    private static final double[] B = {.6, .9, .5, .5, .5, .4, .6, .2, .3, .1};

    @TempDir
    Path folder;

    private NodeResult score(BufferedDataTable first, BufferedDataTable second) {
        return scorer().input(first, second).execute();
    }

    private NodeRun scorer() {
        return new NodeRun("org.physioclr.knime.nodes.scorer.AurocScorerFactory", folder).set("replicates", 200);
    }

    /** Four positives, then six negatives. */
    private BufferedDataTable plain(double[] scores) {
        TestTable table = new TestTable(folder).column("Record", StringCell.TYPE).column("AF", IntCell.TYPE)
            .column("P (AF=1)", DoubleCell.TYPE);
        for (int i = 0; i < scores.length; i++) {
            table.row("row" + i, "r" + i, i < 4 ? 1 : 0, scores[i]);
        }
        return table.make();
    }

    private TestTable probes() {
        return new TestTable(folder).column("Patient", StringCell.TYPE).column("Record", StringCell.TYPE)
            .column("Encoder", StringCell.TYPE).column("Label fraction [%]", DoubleCell.TYPE)
            .column("Draw", IntCell.TYPE).column("AF", StringCell.TYPE).column("P (AF=1)", DoubleCell.TYPE);
    }

    private static void add(TestTable table, String encoder, double fraction, int draw, double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            table.row(i + "|" + encoder + "|" + fraction + "|" + draw, "p" + i, "r" + i, encoder, fraction, draw,
                i < 4 ? "1" : "0", scores[i]);
        }
    }

    /** A with some scores moved: the areas of the draws are 21, 22 and 23 of 24. */
    private static double[] draw(int number) {
        double[] scores = A.clone();
        scores[3] = new double[] {.4, .5, .7}[number];
        return scores;
    }

    /** z = 0.1651446 and p = 0.8688302 by the fast form and by brute force; the Wald interval follows from them. */
    @Test
    void twoTablesGiveDeLongsPairedTest() {
        NodeResult result = score(plain(A), plain(B));
        TableContent comparison = result.content("Comparison");
        assertEquals(List.of("AF", "Macro AUROC"), comparison.column("Label"));
        assertEquals(0.875, (double) comparison.at(0, "AUROC"), 1e-15);
        assertEquals(0.8541667, (double) comparison.at(0, "AUROC compared with"), 5e-8);
        assertEquals(0.0208333, (double) comparison.at(0, "Difference"), 5e-8);
        assertEquals(0.8688302, (double) comparison.at(0, "p"), 5e-8);
        assertEquals(0.8688302, (double) comparison.at(0, "p (Holm)"), 5e-8);
        double error = (0.875 - 0.8541667) / 0.1651446;
        assertEquals(0.0208333 - 1.959964 * error, (double) comparison.at(0, "Difference low"), 1e-6);
        assertEquals("DeLong, paired", comparison.at(0, "Test"));
        assertEquals(10, comparison.at(1, "Rows"));
        assertNotNull(comparison.at(1, "p"));
    }

    @Test
    void rowsArePairedByRecordAndWhatHasNoPartnerIsCounted() {
        TestTable other = new TestTable(folder).column("Record", StringCell.TYPE).column("AF", IntCell.TYPE)
            .column("P (AF=1)", DoubleCell.TYPE);
        for (int i = 9; i >= 0; i--) {
            other.row("other" + i, i == 5 ? "stranger" : "r" + i, i < 4 ? 1 : 0, B[i]);
        }
        NodeResult result = score(plain(A), other.make());
        assertEquals(9, result.content("Comparison").at(0, "Rows"));
        // Without the negative of .5 the positives win 5, 5, 4.5 and 3.5 of 5 pairs.
        assertEquals(18 / 20.0, (double) result.content("Comparison").at(0, "AUROC"), 1e-15);
        assertTrue(result.warnings().stream().anyMatch(warning -> warning.contains("9 common records")
            && warning.contains("1 that only the first") && warning.contains("1 that only the second")),
            result.warnings()::toString);
    }

    @Test
    void aLabelOfOneTableOnlyIsMissingWithTheReason() {
        BufferedDataTable second = new TestTable(folder).column("Record", StringCell.TYPE).column("AF", IntCell.TYPE)
            .column("P (AF=1)", DoubleCell.TYPE).column("LBBB", IntCell.TYPE).column("P (LBBB=1)", DoubleCell.TYPE)
            .row("a", "r0", 1, .9, 1, .9).row("b", "r4", 0, .1, 0, .1).row("c", "r5", 0, .1, 0, .1)
            .row("d", "r1", 1, .1, 1, .9).make();
        TableContent comparison = score(plain(A), second).content("Comparison");
        assertEquals(List.of("AF", "LBBB", "Macro AUROC"), comparison.column("Label"));
        for (String column : List.of("AUROC", "AUROC compared with", "Difference", "p", "p (Holm)", "Positives",
            "Rows")) {
            assertNull(comparison.at(1, column), column);
        }
        assertEquals("only one of the two tables has the label", comparison.at(1, "Reason"));
        assertEquals(0.75, (double) comparison.at(0, "AUROC compared with"), "two pairs won, two tied");
    }

    @Test
    void tablesThatDisagreeAboutTheTruthAreRefused() {
        double[] flipped = A.clone();
        TestTable other = new TestTable(folder).column("Record", StringCell.TYPE).column("AF", IntCell.TYPE)
            .column("P (AF=1)", DoubleCell.TYPE);
        for (int i = 0; i < flipped.length; i++) {
            other.row("row" + i, "r" + i, i < 5 ? 1 : 0, flipped[i]);
        }
        String failure = score(plain(A), other.make()).failure();
        assertTrue(failure.contains("disagree about AF of record r4"), failure);
    }

    @Test
    void withoutALabelOfBothOutcomesOnTheCommonRowsTheReasonIsGiven() {
        BufferedDataTable second = new TestTable(folder).column("Record", StringCell.TYPE).column("AF", IntCell.TYPE)
            .column("P (AF=1)", DoubleCell.TYPE).row("a", "r0", 1, .9).row("b", "r1", 1, .1).make();
        TableContent comparison = score(plain(A), second).content("Comparison");
        assertNull(comparison.at(0, "p"));
        assertEquals("no negatives among 2 rows", comparison.at(0, "Reason"));
        assertNull(comparison.at(1, "AUROC"));
        assertEquals("no label has both outcomes on the common rows", comparison.at(1, "Reason"));
    }

    @Test
    void encodersAreComparedAtTheSameFractionAndDrawAndNeverPooled() {
        TestTable first = probes();
        TestTable second = probes();
        for (int draw = 0; draw < 3; draw++) {
            add(first, "Pretrained", 10, draw + 1, draw(draw));
            add(second, "Random encoder", 10, draw + 1, B);
        }
        add(first, "Pretrained", 100, 1, A);
        add(second, "Other", 1, 1, B);
        NodeResult result = score(first.make(), second.make());
        TableContent labels = result.content("Scores per label");
        assertEquals(List.of(1, 2, 3, 1, 1, 2, 3, 1), labels.column("Draw"), "those of the first table come first");
        assertEquals(21 / 24.0, (double) labels.at(0, "AUROC"), 1e-15);
        assertEquals(22 / 24.0, (double) labels.at(1, "AUROC"), 1e-15);
        TableContent comparison = result.content("Comparison");
        assertEquals(7, comparison.size(), "three draws with a label and a macro row each, and one row over the draws");
        assertEquals(Arrays.asList(1, 1, 2, 2, 3, 3, null), comparison.column("Draw"));
        assertTrue(comparison.column("Label fraction [%]").stream().allMatch(Double.valueOf(10)::equals));
        // Differences of 0.5, 1.5 and 2.5 of 24: mean 1.5, deviation 1, so t = 1.5·√3 with two degrees of freedom.
        assertEquals(1.5 / 24, (double) comparison.at(6, "Difference"), 1e-15);
        assertEquals("Student's t over 3 draws, paired", comparison.at(6, "Test"));
        double t = 1.5 * Math.sqrt(3);
        // The distribution function of two degrees of freedom is 1/2 + t / (2√(2 + t²)).
        assertEquals(1 - t / Math.sqrt(2 + t * t), (double) comparison.at(6, "p"), 1e-12);
    }

    @Test
    void theFirstTableIsComparedWithEveryOtherAndEqualNamesAreToldApart() {
        TestTable first = probes();
        TestTable second = probes();
        TestTable third = probes();
        add(first, "Pretrained", 100, 1, A);
        add(second, "Random encoder", 100, 1, B);
        add(third, "Pretrained", 100, 1, B);
        NodeResult result = scorer().input("Predictions", first.make())
            .input("Predictions to compare with", second.make(), third.make()).execute();
        assertEquals(List.of("Pretrained", "Random encoder", "Pretrained (3)"),
            result.content("Scores per label").column("Encoder"));
        assertEquals(List.of("Random encoder", "Random encoder", "Pretrained (3)", "Pretrained (3)"),
            result.content("Comparison").column("Compared with"));
        assertEquals(Set.of("Pretrained"), Set.copyOf(result.content("Comparison").column("Encoder")));
    }

    @Test
    void aFurtherTableThatCanNotBeUsedIsNamedByItsPlace() {
        BufferedDataTable plain = plain(A);
        String failure = scorer().input("Predictions", plain)
            .input("Predictions to compare with", plain, new TestTable(folder).make()).configure().failure();
        assertTrue(failure.contains("Predictions to compare with 2"), failure);
    }

    @Test
    void withNothingInCommonThereIsAWarningAndNoComparison() {
        TestTable first = probes();
        add(first, "Pretrained", 10, 1, A);
        TestTable second = probes();
        add(second, "Pretrained", 100, 1, B);
        NodeResult result = score(first.make(), second.make());
        assertEquals(0, result.content("Comparison").size());
        assertTrue(result.warnings().stream().anyMatch(warning -> warning.contains("Nothing was compared")));
    }

    @Test
    void aTableThatStatesNoFractionIsComparedWithEveryOne() {
        TestTable first = probes();
        add(first, "Pretrained", 10, 1, A);
        add(first, "Pretrained", 100, 1, A);
        NodeResult result = score(first.make(), plain(B));
        assertEquals(List.of(10.0, 10.0, 100.0, 100.0), result.content("Comparison").column("Label fraction [%]"));
        assertNull(result.content("Comparison").at(0, "Compared with"));
    }

    @Test
    void labelEfficiencySummarisesTheDrawsByHand() {
        TestTable table = probes();
        for (int draw = 0; draw < 3; draw++) {
            add(table, "Pretrained", 10, draw + 1, draw(draw));
        }
        add(table, "Pretrained", 100, 1, A);
        NodeResult result = scorer().input(table.make()).execute();
        TableContent efficiency = result.content("Label efficiency");
        assertEquals(10, efficiency.size(), "four averages and one label at two fractions");
        assertEquals("Macro AUROC", efficiency.at(0, "Figure"));
        assertEquals(10.0, efficiency.at(0, "Label fraction [%]"));
        assertEquals(3, efficiency.at(0, "Draws"));
        assertEquals(22 / 24.0, (double) efficiency.at(0, "Mean"), 1e-15);
        assertEquals(1 / 24.0, (double) efficiency.at(0, "Standard deviation"), 1e-15);
        // The 0.975 quantile of Student's distribution with 2 degrees of freedom: 4.302653
        assertEquals(22 / 24.0 - 4.302653 / Math.sqrt(3) / 24, (double) efficiency.at(0, "Mean low"), 1e-7);
        assertEquals("one draw says nothing about others", efficiency.at(1, "Reason"));
        assertNull(efficiency.at(1, "Mean low"));
        assertTrue(efficiency.column("Figure").contains("AUROC (AF)"));
    }

    @Test
    void aDrawThatIsNoCountIsAnError() {
        BufferedDataTable table = new TestTable(folder).column("Draw", DoubleCell.TYPE).column("AF", IntCell.TYPE)
            .column("P (AF=1)", DoubleCell.TYPE).row("r", 1.5, 1, .4).make();
        assertTrue(scorer().input(table).execute().failure().contains("column Draw, row r"));
    }

    @Test
    void theSecondTableIsCheckedBeforeExecutionAndNamed() {
        BufferedDataTable none = new TestTable(folder).column("AF", IntCell.TYPE).row("r", 1).make();
        String failure = scorer().input(plain(A), none).configure().failure();
        assertTrue(failure.contains("Predictions to compare with"), failure);
    }

    @Test
    void specsAreKnownBeforeExecutionAndKept() {
        NodeResult configured = scorer().configure(plain(A).getDataTableSpec());
        NodeResult executed = scorer().input(plain(A)).execute();
        for (String port : List.of("Scores per label", "Summary", "ROC points", "Comparison", "Label efficiency")) {
            assertTrue(configured.tableSpec(port).equalStructure(executed.tableSpec(port)), port);
        }
    }

    @Test
    void theProgressNamesTheBlockAndACancelledNodeStops() {
        TestTable table = probes();
        add(table, "Pretrained", 10, 1, A);
        NodeRun run = scorer();
        boolean[] named = new boolean[1];
        run.onProgress((fraction, message) -> named[0] |= Optional.ofNullable(message).orElse("")
            .startsWith("Pretrained · 10 % · draw 1 (1/1) · Bootstrap replicate"));
        assertFalse(run.input(table.make()).execute().isCancelled());
        assertTrue(named[0]);
        run.onProgress((fraction, message) -> run.cancel());
        assertTrue(run.execute().isCancelled());
    }
}
