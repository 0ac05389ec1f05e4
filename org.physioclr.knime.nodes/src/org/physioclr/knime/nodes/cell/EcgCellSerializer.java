package org.physioclr.knime.nodes.cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.physioclr.core.signal.Lead;

/** Writes what an ECG cell knows of its signal; the signal itself stays in the file store. */
public final class EcgCellSerializer implements DataCellSerializer<EcgCell> {

    private static final int VERSION = 1;

    private static final int MOST_LEADS = 1024;

    @Override
    public void serialize(EcgCell cell, DataCellDataOutput output) throws IOException {
        EcgCell.Block block = cell.block();
        output.writeByte(VERSION);
        output.writeLong(block.offset());
        output.writeInt(block.samples());
        output.writeDouble(block.rateHz());
        output.writeUTF(block.patient());
        output.writeUTF(block.record());
        output.writeShort(block.leads().size());
        for (Lead lead : block.leads()) {
            output.writeUTF(lead.name());
        }
    }

    @Override
    public EcgCell deserialize(DataCellDataInput input) throws IOException {
        int version = input.readByte();
        if (version != VERSION) {
            throw new IOException("This ECG was saved by a newer version of the PhysioCLR extension (format " + version
                + "). Update the extension, or run the node that made the table again.");
        }
        long offset = input.readLong();
        int samples = input.readInt();
        double rateHz = input.readDouble();
        String patient = input.readUTF();
        String record = input.readUTF();
        int count = input.readShort();
        if (count < 0 || count > MOST_LEADS || samples < 0) {
            throw new IOException("The table is damaged: an ECG of " + count + " leads and " + samples + " samples");
        }
        List<Lead> leads = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            leads.add(new Lead(input.readUTF()));
        }
        return new EcgCell(new EcgCell.Block(offset, List.copyOf(leads), samples, rateHz, patient, record));
    }
}
