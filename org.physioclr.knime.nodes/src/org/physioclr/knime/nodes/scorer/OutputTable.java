package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.physioclr.core.score.Estimate;
import org.physioclr.knime.nodes.bridge.Cells;

/** Writes an output table, cell after cell and row after row. What can't be had is a missing cell that says why. */
final class OutputTable {

    private final BufferedDataContainer container;
    private final List<DataCell> row = new ArrayList<>();
    private long rows;

    OutputTable(ExecutionContext context, DataTableSpec spec) {
        container = context.createDataContainer(spec);
    }

    OutputTable cells(List<DataCell> cells) {
        row.addAll(cells);
        return this;
    }

    OutputTable text(String value) {
        row.add(Cells.of(value));
        return this;
    }

    OutputTable integer(long value) {
        row.add(new IntCell(Math.toIntExact(value)));
        return this;
    }

    OutputTable missing(String reason) {
        row.add(Cells.missing(reason));
        return this;
    }

    /** A number; NaN is missing for the given reason. */
    OutputTable number(double value, String reason) {
        row.add(Double.isNaN(value) ? Cells.missing(reason) : Cells.of(value));
        return this;
    }

    /** A figure and the limits of its interval. */
    OutputTable estimate(Estimate estimate) {
        return number(estimate.value(), estimate.reason()).number(estimate.low(), estimate.reason())
            .number(estimate.high(), estimate.reason());
    }

    void endRow() {
        container.addRowToTable(new DefaultRow("Row" + rows++, row));
        row.clear();
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
