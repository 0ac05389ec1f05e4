package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.physioclr.core.score.Confusion;
import org.physioclr.core.score.Estimate;
import org.physioclr.core.score.LabelScore;

/** The output "Scores per label". */
final class LabelTable {

    static final DataTableSpec SPEC = Columns.ofBlock().text("Label").integer("Positives", "Negatives")
        .estimate("AUROC").estimate("Average precision").number("AUROC standard error", "Threshold")
        .estimate("Sensitivity").estimate("Specificity").estimate("PPV")
        .number("F1", "Brier score", "Calibration error").integer("Rows without truth", "Rows without score")
        .text("Reason").spec();

    private LabelTable() {
    }

    static void add(BlockScores block, double level, OutputTable table) {
        for (LabelScore score : block.scores().labels()) {
            table.cells(block.key().cells()).text(score.label()).integer(score.positives()).integer(score.negatives())
                .estimate(score.auroc()).estimate(score.averagePrecision())
                .number(score.standardError(), "fewer than two positives or two negatives");
            addCalls(score, level, table);
            table.number(score.calibration().brier(), score.calibration().reason())
                .number(score.calibration().expectedError(), score.calibration().reason())
                .integer(score.rowsWithoutTruth()).integer(score.rowsWithoutScore())
                .text(String.join("; ", reasons(score, level))).endRow();
        }
    }

    private static void addCalls(LabelScore score, double level, OutputTable table) {
        table.number(score.threshold(), "no threshold is given");
        Optional<Confusion> calls = score.atThreshold();
        Estimate none = Estimate.undefined(Double.isNaN(score.threshold()) ? "no threshold is given" : "no rows");
        table.estimate(calls.map(c -> c.sensitivity(level)).orElse(none))
            .estimate(calls.map(c -> c.specificity(level)).orElse(none))
            .estimate(calls.map(c -> c.ppv(level)).orElse(none))
            .number(calls.map(Confusion::f1).orElse(Double.NaN), calls.isEmpty() ? none.reason()
                : "neither positives nor calls");
    }

    /** Why figures are missing; a threshold that isn't there needs no explanation. */
    static List<String> reasons(LabelScore score, double level) {
        List<String> reasons = new ArrayList<>();
        if (!score.auroc().isDefined()) {
            reasons.add(score.auroc().reason());
        } else {
            add("AUROC", score.auroc(), reasons);
            add("Average precision", score.averagePrecision(), reasons);
        }
        if (score.positives() + score.negatives() > 0) {
            add("Calibration", Estimate.undefined(score.calibration().reason()), reasons);
        }
        score.atThreshold().ifPresent(calls -> add("PPV", calls.ppv(level), reasons));
        return reasons;
    }

    private static void add(String figure, Estimate estimate, List<String> reasons) {
        if (!estimate.reason().isEmpty()) {
            reasons.add(figure + ": " + estimate.reason());
        }
    }
}
