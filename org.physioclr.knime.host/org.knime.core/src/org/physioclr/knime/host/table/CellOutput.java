package org.physioclr.knime.host.table;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataOutput;

/** What a cell's serializer writes to. */
final class CellOutput extends DataOutputStream implements DataCellDataOutput {

    CellOutput(OutputStream output) {
        super(output);
    }

    @Override
    public void writeDataCell(DataCell cell) throws IOException {
        CellCodec.write(cell, this);
    }
}
