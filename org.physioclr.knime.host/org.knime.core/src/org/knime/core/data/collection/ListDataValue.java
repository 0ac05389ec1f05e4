package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A cell that holds a list of cells. */
public interface ListDataValue extends CollectionDataValue {

    /**
     * {@return an element}
     *
     * @param index from 0
     */
    DataCell get(int index);
}
