package org.knime.core.data.append;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row followed by further cells. */
public class AppendedColumnRow implements DataRow {

    private final RowKey key;
    private final DataRow base;
    private final List<DataCell> appended;

    /**
     * A longer row with the same key.
     *
     * @param baseRow the row
     * @param appendCell the further cells
     */
    public AppendedColumnRow(DataRow baseRow, DataCell... appendCell) {
        this(baseRow.getKey(), baseRow, appendCell);
    }

    /**
     * A longer row with another key.
     *
     * @param key the key
     * @param baseRow the row
     * @param appendCell the further cells
     */
    public AppendedColumnRow(RowKey key, DataRow baseRow, DataCell... appendCell) {
        this.key = key;
        this.base = baseRow;
        this.appended = Arrays.asList(appendCell.clone());
    }

    @Override
    public int getNumCells() {
        return base.getNumCells() + appended.size();
    }

    @Override
    public RowKey getKey() {
        return key;
    }

    @Override
    public DataCell getCell(int index) {
        int beyond = index - base.getNumCells();
        return beyond < 0 ? base.getCell(index) : appended.get(beyond);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return stream().iterator();
    }
}
