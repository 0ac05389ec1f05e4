package org.physioclr.knime.nodes.scorer;

import org.knime.core.data.DataCell;
import org.knime.core.data.def.IntCell;
import org.physioclr.core.score.Comparison;
import org.physioclr.knime.nodes.bridge.Cells;

/** Two blocks that were compared. */
record BlockPair(Block.Key first, Block.Key second, Comparison comparison) {

    /** The draw of both, if either states it. */
    DataCell drawCell() {
        int draw = Math.max(first.draw(), second.draw());
        return draw < 0 ? Cells.missing("unknown") : new IntCell(draw);
    }

    /** The label fraction of both, NaN if neither states it. */
    double fractionPercent() {
        return Double.isNaN(first.fractionPercent()) ? second.fractionPercent() : first.fractionPercent();
    }

    String title() {
        return first.title() + " and " + second.title();
    }
}
