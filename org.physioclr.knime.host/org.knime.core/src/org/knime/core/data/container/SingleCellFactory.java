package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** Computes one cell from a row. */
public abstract class SingleCellFactory extends AbstractCellFactory {

    /**
     * A factory that runs on one thread.
     *
     * @param newColSpec the column that is computed
     */
    public SingleCellFactory(DataColumnSpec newColSpec) {
        super(newColSpec);
    }

    /**
     * A factory.
     *
     * @param processConcurrently whether several threads may compute at once
     * @param newColSpec the column that is computed
     */
    public SingleCellFactory(boolean processConcurrently, DataColumnSpec newColSpec) {
        super(processConcurrently, newColSpec);
    }

    @Override
    public DataCell[] getCells(DataRow row, long rowIndex) {
        return new DataCell[] {getCell(row, rowIndex)};
    }

    /**
     * {@return the cell of a row}
     *
     * @param row the row
     */
    public DataCell getCell(DataRow row) {
        return getCell(row, -1);
    }

    /**
     * {@return the cell of a row}
     *
     * @param row the row
     * @param rowIndex its number, from 0
     */
    public DataCell getCell(DataRow row, long rowIndex) {
        return getCell(row);
    }
}
