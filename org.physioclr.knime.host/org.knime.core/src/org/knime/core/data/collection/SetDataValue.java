package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A cell that holds a set of cells. */
public interface SetDataValue extends CollectionDataValue {

    /**
     * {@return whether a cell is in the set}
     *
     * @param cell the cell
     */
    boolean contains(DataCell cell);
}
