package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row in memory. */
public class DefaultRow implements DataRow {

    private final RowKey key;
    private final List<DataCell> cells;

    /**
     * A row.
     *
     * @param rowKey its key
     * @param row its cells
     */
    public DefaultRow(RowKey rowKey, DataCell... row) {
        key = Objects.requireNonNull(rowKey, "A row needs a key");
        cells = List.of(row);
    }

    /**
     * A row.
     *
     * @param rowId its key
     * @param row its cells
     */
    public DefaultRow(String rowId, DataCell... row) {
        this(new RowKey(rowId), row);
    }

    /**
     * A row.
     *
     * @param rowKey its key
     * @param row its cells
     */
    public DefaultRow(RowKey rowKey, List<DataCell> row) {
        this(rowKey, row.toArray(DataCell[]::new));
    }

    /**
     * A row.
     *
     * @param rowId its key
     * @param row its cells
     */
    public DefaultRow(String rowId, List<DataCell> row) {
        this(new RowKey(rowId), row);
    }

    /**
     * A row with the cells of another.
     *
     * @param key its key
     * @param row the other row
     */
    public DefaultRow(RowKey key, DataRow row) {
        this(key, row.stream().toArray(DataCell[]::new));
    }

    /**
     * A row of numbers.
     *
     * @param rowId its key
     * @param row its numbers
     */
    public DefaultRow(String rowId, double... row) {
        this(new RowKey(rowId), DoubleStream.of(row).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    /**
     * A row of texts.
     *
     * @param rowId its key
     * @param row its texts
     */
    public DefaultRow(String rowId, String... row) {
        this(new RowKey(rowId), Stream.of(row).map(StringCell::new).toArray(DataCell[]::new));
    }

    @Override
    public final int getNumCells() {
        return cells.size();
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final DataCell getCell(int index) {
        return cells.get(index);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return cells.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataRow row && key.equals(row.getKey())
            && Arrays.equals(cells.toArray(), row.stream().toArray());
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key + ": " + cells;
    }
}
