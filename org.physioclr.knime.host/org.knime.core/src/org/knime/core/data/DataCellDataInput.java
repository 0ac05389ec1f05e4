package org.knime.core.data;

import java.io.DataInput;
import java.io.IOException;

/** Where a serializer reads a cell from. */
public interface DataCellDataInput extends DataInput {

    /**
     * {@return a cell inside the cell}
     *
     * @throws IOException if it can't be read
     */
    DataCell readDataCell() throws IOException;
}
