package org.knime.core.data;

import java.io.DataOutput;
import java.io.IOException;

/** Where a serializer writes a cell to. */
public interface DataCellDataOutput extends DataOutput {

    /**
     * Writes a cell inside the cell.
     *
     * @param cell the inner cell
     * @throws IOException if it can't be written
     */
    void writeDataCell(DataCell cell) throws IOException;

    @Override
    void writeUTF(String s) throws IOException;
}
