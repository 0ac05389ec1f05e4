package org.physioclr.knime.host.table;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.NoSuchElementException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;

/** Reads the rows of a stored table one after another; closes the file after the last. */
final class StoredRows extends CloseableRowIterator {

    private static final int BUFFER_BYTES = 1 << 16;

    private final StoredTable table;
    private final DataInputStream input;
    private long next;

    StoredRows(StoredTable table) {
        this.table = table;
        try {
            input = new DataInputStream(new BufferedInputStream(Files.newInputStream(table.file()), BUFFER_BYTES));
            if (table.size() == 0) {
                input.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table in " + table.file() + " is gone", e);
        }
    }

    @Override
    public boolean hasNext() {
        return next < table.size();
    }

    @Override
    public DataRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The table has " + table.size() + " rows");
        }
        try {
            RowKey key = new RowKey(CellCodec.readText(input));
            DataCell[] cells = new DataCell[table.spec().getNumColumns()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = CellCodec.read(input);
            }
            if (++next == table.size()) {
                input.close();
            }
            return new DefaultRow(key, cells);
        } catch (IOException e) {
            throw new UncheckedIOException("Row " + next + " of the table in " + table.file() + " can't be read", e);
        }
    }

    @Override
    public void close() {
        next = table.size();
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
