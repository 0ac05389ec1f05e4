package org.physioclr.knime.nodes.scorer;

import org.knime.core.data.DataTableSpec;
import org.physioclr.core.score.LabelScore;
import org.physioclr.core.score.RocCurve;

/** The output "ROC points": the corners of all curves. */
final class RocTable {

    static final DataTableSpec SPEC = Columns.ofBlock().text("Label")
        .number("Threshold", "False positive rate", "True positive rate").spec();

    private RocTable() {
    }

    static void add(BlockScores block, OutputTable table) {
        for (LabelScore score : block.scores().labels()) {
            for (RocCurve.Point point : score.curve().points()) {
                double threshold = Double.isInfinite(point.threshold()) ? Double.NaN : point.threshold();
                table.cells(block.key().cells()).text(score.label()).number(threshold, "above every score")
                    .number(point.falsePositiveRate(), "").number(point.truePositiveRate(), "").endRow();
            }
        }
    }
}
