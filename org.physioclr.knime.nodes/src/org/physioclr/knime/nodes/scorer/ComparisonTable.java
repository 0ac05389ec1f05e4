package org.physioclr.knime.nodes.scorer;

import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.physioclr.core.score.Comparison;
import org.physioclr.core.score.DrawSummary;
import org.physioclr.core.score.LabelComparison;

/** The output "Comparison": each label of two blocks, their macro AUROC, and that over several draws. */
final class ComparisonTable {

    static final String MACRO = "Macro AUROC";

    static final DataTableSpec SPEC = new Columns().text(PredictionColumns.ENCODER, "Compared with")
        .number(PredictionColumns.FRACTION).integer(PredictionColumns.DRAW).text("Label")
        .number("AUROC", "AUROC compared with").estimate("Difference").number("p", "p (Holm)").text("Test")
        .integer("Positives", "Negatives", "Rows").text("Reason").spec();

    private ComparisonTable() {
    }

    static void add(BlockPair pair, OutputTable table) {
        Comparison comparison = pair.comparison();
        for (LabelComparison label : comparison.labels()) {
            start(pair, label.label(), table).number(label.first(), label.reason())
                .number(label.second(), label.reason()).estimate(label.difference())
                .number(label.test().p(), label.reason()).number(label.adjustedP(), label.reason())
                .text("DeLong, paired");
            addRows(label, table);
            table.text(label.reason()).endRow();
        }
        String reason = comparison.macroDifference().reason();
        start(pair, MACRO, table).number(comparison.macroFirst(), reason).number(comparison.macroSecond(), reason)
            .estimate(comparison.macroDifference()).number(comparison.macroP(), reason).missing("one test")
            .text("Bootstrap of patients, paired").missing("a mean over labels").missing("a mean over labels")
            .integer(comparison.rows()).text(reason).endRow();
    }

    private static OutputTable start(BlockPair pair, String label, OutputTable table) {
        return table.text(pair.first().encoder()).text(pair.second().encoder())
            .number(pair.fractionPercent(), "unknown").cells(List.of(pair.drawCell())).text(label);
    }

    private static void addRows(LabelComparison label, OutputTable table) {
        if (label.positives() + label.negatives() == 0) {
            table.missing(label.reason()).missing(label.reason()).missing(label.reason());
        } else {
            table.integer(label.positives()).integer(label.negatives())
                .integer((long) label.positives() + label.negatives());
        }
    }

    /** What several draws say together. */
    static void add(DrawPairs pairs, OutputTable table) {
        DrawSummary draws = pairs.difference();
        String reason = draws.mean().reason();
        table.text(pairs.first()).text(pairs.second()).number(pairs.fractionPercent(), "unknown")
            .missing("over all draws").text(MACRO).number(pairs.meanFirst(), "a draw has none")
            .number(pairs.meanSecond(), "a draw has none").estimate(draws.mean()).number(draws.p(), reason)
            .missing("one test").text("Student's t over " + draws.draws() + " draws, paired")
            .missing("a mean over labels").missing("a mean over labels").missing("several draws").text(reason).endRow();
    }
}
