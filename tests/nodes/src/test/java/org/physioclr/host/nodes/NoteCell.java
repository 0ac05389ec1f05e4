package org.physioclr.host.nodes;

import java.io.IOException;
import java.nio.file.Files;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/** A text in a file store, as KNIME's contract has it: written when flushed, read when asked for. */
@SuppressWarnings("serial")
public final class NoteCell extends FileStoreCell {

    public static final DataType TYPE = DataType.getType(NoteCell.class);

    private final transient String unsaved;
    private final int number;

    public NoteCell(FileStore file, String text, int number) {
        super(file);
        this.unsaved = text;
        this.number = number;
    }

    private NoteCell(int number) {
        this.unsaved = null;
        this.number = number;
    }

    /** The text, from the file even if this cell wrote it. */
    public String text() throws IOException {
        return Files.readString(getFileStores()[0].getFile().toPath());
    }

    public int number() {
        return number;
    }

    @Override
    protected void flushToFileStore() throws IOException {
        if (unsaved != null) {
            Files.writeString(getFileStores()[0].getFile().toPath(), unsaved);
        }
    }

    @Override
    protected boolean equalsDataCell(DataCell other) {
        return number == ((NoteCell) other).number && super.equalsDataCell(other);
    }

    @Override
    public int hashCode() {
        return number;
    }

    /** Writes what is not in the file. */
    public static final class NoteSerializer implements DataCellSerializer<NoteCell> {

        @Override
        public void serialize(NoteCell cell, DataCellDataOutput output) throws IOException {
            output.writeInt(cell.number);
        }

        @Override
        public NoteCell deserialize(DataCellDataInput input) throws IOException {
            return new NoteCell(input.readInt());
        }
    }
}
