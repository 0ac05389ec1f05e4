package org.physioclr.knime.host.table;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;

/** What a cell's serializer reads from. */
final class CellInput extends DataInputStream implements DataCellDataInput {

    CellInput(InputStream input) {
        super(input);
    }

    @Override
    public DataCell readDataCell() throws IOException {
        return CellCodec.read(this);
    }
}
