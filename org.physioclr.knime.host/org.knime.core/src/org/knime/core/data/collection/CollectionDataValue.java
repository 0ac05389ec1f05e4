package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** A cell that holds other cells. */
public interface CollectionDataValue extends DataValue, CellCollection {

    /** {@return the type that covers all elements} */
    DataType getElementType();

    /** {@return the number of elements} */
    int size();
}
