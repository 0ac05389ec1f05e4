package org.physioclr.knime.host.table;

import java.nio.file.Path;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;

/**
 * Rows in a file.
 *
 * @param file the file
 * @param spec the structure, with domains
 * @param size the number of rows
 */
public record StoredTable(Path file, DataTableSpec spec, long size) {

    /** {@return the rows from the first on, read as they are asked for} */
    public CloseableRowIterator iterator() {
        return new StoredRows(this);
    }
}
