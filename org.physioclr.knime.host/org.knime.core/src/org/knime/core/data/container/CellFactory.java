package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Computes cells from a row. */
public interface CellFactory {

    /**
     * {@return the cells of a row}
     *
     * @param row the row
     */
    default DataCell[] getCells(DataRow row) {
        return getCells(row, -1);
    }

    /**
     * {@return the cells of a row}
     *
     * @param row the row
     * @param rowIndex its number, from 0
     */
    default DataCell[] getCells(DataRow row, long rowIndex) {
        return getCells(row);
    }

    /** {@return the columns that are computed} */
    DataColumnSpec[] getColumnSpecs();

    /**
     * Called when a row is done.
     *
     * @param curRowNr the rows done
     * @param rowCount all rows
     * @param lastKey the row
     * @param exec where to report to
     */
    default void setProgress(long curRowNr, long rowCount, RowKey lastKey, ExecutionMonitor exec) {
        exec.setProgress(curRowNr / (double)rowCount, "Row " + curRowNr + " of " + rowCount);
    }
}
