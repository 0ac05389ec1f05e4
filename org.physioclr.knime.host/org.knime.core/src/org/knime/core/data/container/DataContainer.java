package org.knime.core.data.container;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.knime.host.table.HostAccess;
import org.physioclr.knime.host.table.TableWriter;

/** Collects rows to a table. */
public class DataContainer implements RowAppender {

    static {
        HostAccess.registerContainers((container, writer) -> container.writer = writer);
    }

    private final DataTableSpec spec;
    private TableWriter writer;
    private BufferedDataTable table;

    /**
     * A container; the host gives it the place to write to.
     *
     * @param spec the structure of the table
     */
    public DataContainer(DataTableSpec spec) {
        this.spec = spec;
    }

    @Override
    public void addRowToTable(DataRow row) {
        if (isClosed()) {
            throw new IllegalStateException("The container has been closed");
        }
        writer.add(row);
    }

    /** Ends the table; further rows are refused. */
    public void close() {
        if (!isClosed()) {
            table = HostAccess.table(writer.finish());
        }
    }

    /** {@return whether rows are taken no more} */
    public boolean isClosed() {
        return table != null;
    }

    /** {@return whether rows are taken} */
    public boolean isOpen() {
        return !isClosed();
    }

    /** {@return the rows so far} */
    public long size() {
        return writer.size();
    }

    /** {@return the structure; with domains once closed} */
    public DataTableSpec getTableSpec() {
        return isClosed() ? table.getDataTableSpec() : spec;
    }

    /** {@return the table, after closing} */
    public DataTable getTable() {
        if (!isClosed()) {
            throw new IllegalStateException("The container has not been closed yet");
        }
        return table;
    }
}
