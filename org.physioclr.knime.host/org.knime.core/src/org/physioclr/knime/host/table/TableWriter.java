package org.physioclr.knime.host.table;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;

/**
 * Writes rows to a file as they come. In memory stay the hashes of the row keys (16 bytes a row, to find duplicates)
 * and the domains.
 */
public final class TableWriter {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final DataTableSpec spec;
    private final DataOutputStream output;
    private final Set<KeyHash> keys = new HashSet<>();
    private final DomainTracker[] domains;
    private long size;

    /**
     * Begins a table.
     *
     * @param file the file to write
     * @param spec the structure
     */
    public TableWriter(Path file, DataTableSpec spec) {
        this.file = file;
        this.spec = spec;
        this.domains = spec.stream().map(DomainTracker::new).toArray(DomainTracker[]::new);
        try {
            Files.createDirectories(file.getParent());
            output = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("The table can't be written to " + file, e);
        }
    }

    /** {@return the structure as given} */
    public DataTableSpec spec() {
        return spec;
    }

    /** {@return the rows so far} */
    public long size() {
        return size;
    }

    /**
     * Adds a row.
     *
     * @param row its cells must be of the columns' types or missing
     * @throws IllegalArgumentException if the key is not new or the cells do not fit
     */
    public synchronized void add(DataRow row) {
        if (row.getNumCells() != spec.getNumColumns()) {
            throw new IllegalArgumentException("Row \"" + row.getKey() + "\" has " + row.getNumCells()
                + " cells, the table " + spec.getNumColumns() + " columns");
        }
        for (int i = 0; i < domains.length; i++) {
            check(row.getCell(i), spec.getColumnSpec(i), row); // before anything is written: no half row may stay
        }
        if (!keys.add(KeyHash.of(row.getKey().getString()))) {
            throw new IllegalArgumentException("Encountered duplicate row ID \"" + row.getKey() + "\" at row number "
                + (size + 1));
        }
        try {
            CellCodec.writeText(row.getKey().getString(), output);
            for (int i = 0; i < domains.length; i++) {
                DataCell cell = row.getCell(i);
                CellCodec.write(cell, output);
                domains[i].see(cell);
            }
            size++;
        } catch (IOException e) {
            throw new UncheckedIOException("Row \"" + row.getKey() + "\" can't be written to " + file
                + "; is the disk full?", e);
        }
    }

    private static void check(DataCell cell, DataColumnSpec column, DataRow row) {
        if (!cell.isMissing() && !column.getType().isASuperTypeOf(cell.getType())) {
            throw new IllegalArgumentException("Row \"" + row.getKey() + "\" has a cell of type " + cell.getType()
                + " in column \"" + column.getName() + "\" of type " + column.getType());
        }
    }

    /** {@return the finished table, its structure with the domains of what was written} */
    public synchronized StoredTable finish() {
        try {
            output.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The table can't be written to " + file + "; is the disk full?", e);
        }
        keys.clear();
        DataColumnSpec[] columns = Arrays.stream(domains).map(DomainTracker::column).toArray(DataColumnSpec[]::new);
        return new StoredTable(file, new DataTableSpec(spec.getName(), columns), size);
    }
}
