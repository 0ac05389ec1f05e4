package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Computes cells from a row, if wished on several threads. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] columns;
    private boolean parallel;

    /**
     * A factory that runs on one thread.
     *
     * @param colSpecs the columns that are computed
     */
    public AbstractCellFactory(DataColumnSpec... colSpecs) {
        this(false, colSpecs);
    }

    /**
     * A factory.
     *
     * @param processConcurrently whether several threads may compute at once
     * @param colSpecs the columns that are computed
     */
    public AbstractCellFactory(boolean processConcurrently, DataColumnSpec... colSpecs) {
        columns = colSpecs.clone();
        parallel = processConcurrently;
    }

    /**
     * Sets whether several threads may compute at once.
     *
     * @param value whether
     */
    public final void setParallelProcessing(boolean value) {
        parallel = value;
    }

    /** {@return whether several threads may compute at once} */
    public final boolean isParallelProcessing() {
        return parallel;
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return columns.clone();
    }

    @Override
    public void setProgress(long curRowNr, long rowCount, RowKey lastKey, ExecutionMonitor exec) {
        CellFactory.super.setProgress(curRowNr, rowCount, lastKey, exec);
    }

    /** Called when all rows are done. */
    public void afterProcessing() {
        // nothing to do unless a subclass says so
    }
}
