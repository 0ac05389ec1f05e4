package org.physioclr.knime.host.table;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Computes a rearranged table. */
public final class TableRearranging {

    private TableRearranging() {
    }

    /**
     * Writes the rearranged rows, on all cores if every factory allows it.
     *
     * @param table the table
     * @param rearrangement its new columns
     * @param writer where to
     * @param monitor hears the progress and cancels
     * @throws CanceledExecutionException if it does
     */
    public static void write(StoredTable table, Rearrangement rearrangement, TableWriter writer,
        ExecutionMonitor monitor) throws CanceledExecutionException {
        boolean parallel = !rearrangement.factories().isEmpty() && rearrangement.factories().stream()
            .allMatch(factory -> factory instanceof AbstractCellFactory cells && cells.isParallelProcessing());
        if (parallel) {
            new ParallelRows(rearrangement, Runtime.getRuntime().availableProcessors()).write(table, writer, monitor);
        } else {
            writeInTurn(table, rearrangement, writer, monitor);
        }
        for (CellFactory factory : rearrangement.factories()) {
            if (factory instanceof AbstractCellFactory cells) {
                cells.afterProcessing();
            }
        }
    }

    private static void writeInTurn(StoredTable table, Rearrangement rearrangement, TableWriter writer,
        ExecutionMonitor monitor) throws CanceledExecutionException {
        try (CloseableRowIterator rows = table.iterator()) {
            for (long index = 0; rows.hasNext(); index++) {
                monitor.checkCanceled();
                DataRow row = rows.next();
                writer.add(rearrangement.row(row, index));
                for (CellFactory factory : rearrangement.factories()) {
                    factory.setProgress(index + 1, table.size(), row.getKey(), monitor);
                }
            }
        }
    }
}
