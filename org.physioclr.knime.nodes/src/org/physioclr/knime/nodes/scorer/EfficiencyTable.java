package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.physioclr.core.score.AverageScore;
import org.physioclr.core.score.DrawSummary;
import org.physioclr.core.score.LabelEfficiency;
import org.physioclr.core.score.LabelScore;
import org.physioclr.knime.nodes.bridge.Cells;

/** The output "Label efficiency": every figure by the share of labels that a probe was fitted on, over the draws. */
final class EfficiencyTable {

    static final DataTableSpec SPEC = new Columns().text(PredictionColumns.ENCODER).number(PredictionColumns.FRACTION)
        .text("Figure").integer("Draws", "Draws without a value").estimate("Mean")
        .number("Standard deviation", "Lowest", "Highest").text("Reason").spec();

    private EfficiencyTable() {
    }

    /** The points of all curves; blocks that don't state their label fraction have none. */
    static List<LabelEfficiency.Point> points(List<BlockScores> blocks, boolean withChallenge, double level) {
        List<LabelEfficiency.Run> runs = new ArrayList<>();
        for (BlockScores block : blocks) {
            if (Double.isNaN(block.key().fractionPercent())) {
                continue;
            }
            for (AverageScore average : block.scores().averages()) {
                runs.add(run(block, average.kind().title(), average.estimate().value()));
            }
            if (withChallenge) {
                runs.add(run(block, SummaryTable.CHALLENGE, block.scores().challenge().value()));
            }
            for (LabelScore score : block.scores().labels()) {
                runs.add(run(block, "AUROC (" + score.label() + ")", score.auroc().value()));
            }
        }
        return LabelEfficiency.summarise(runs, level);
    }

    private static LabelEfficiency.Run run(BlockScores block, String figure, double value) {
        return new LabelEfficiency.Run(block.key().encoder(), block.key().fractionPercent(), figure, value);
    }

    static void add(LabelEfficiency.Point point, OutputTable table) {
        DrawSummary draws = point.summary();
        String reason = draws.mean().reason();
        table.text(point.encoder()).cells(List.of(Cells.of(point.fractionPercent()))).text(point.figure())
            .integer(draws.draws()).integer(draws.undefined()).estimate(draws.mean())
            .number(draws.standardDeviation(), reason).number(draws.lowest(), reason).number(draws.highest(), reason)
            .text(reason).endRow();
    }
}
