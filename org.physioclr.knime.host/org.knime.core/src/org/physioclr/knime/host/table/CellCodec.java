package org.physioclr.knime.host.table;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;
import org.physioclr.knime.host.registry.Extensions;

/** Cells to bytes and back. KNIME's own kinds have a letter each; others go through their registered serializer. */
final class CellCodec {

    private static final int LONGEST_TEXT = 1 << 28;

    private CellCodec() {
    }

    static void write(DataCell cell, DataOutputStream output) throws IOException {
        if (cell instanceof MissingCell missing) {
            output.writeByte('?');
            writeText(missing.getError() == null ? "" : missing.getError(), output);
        } else if (cell instanceof StringCell text) {
            output.writeByte('S');
            writeText(text.getStringValue(), output);
        } else if (cell instanceof DoubleCell number) {
            output.writeByte('D');
            output.writeDouble(number.getDoubleValue());
        } else if (cell instanceof IntCell number) {
            output.writeByte('I');
            output.writeInt(number.getIntValue());
        } else if (cell instanceof LongCell number) {
            output.writeByte('L');
            output.writeLong(number.getLongValue());
        } else if (cell instanceof BooleanCell truth) {
            output.writeByte(truth.getBooleanValue() ? 'T' : 'F');
        } else if (cell instanceof ListCell list) {
            writeCollection('[', list, list.size(), output);
        } else if (cell instanceof SetCell set) {
            writeCollection('{', set, set.size(), output);
        } else {
            writeForeign(cell, output);
        }
    }

    private static void writeCollection(char letter, Iterable<DataCell> cells, int size, DataOutputStream output)
        throws IOException {
        output.writeByte(letter);
        output.writeInt(size);
        for (DataCell element : cells) {
            write(element, output);
        }
    }

    private static <T extends DataCell> void writeForeign(T cell, DataOutputStream output) throws IOException {
        @SuppressWarnings("unchecked")
        DataCellSerializer<T> serializer = (DataCellSerializer<T>)Extensions.serializer(cell.getClass().getName());
        output.writeByte('X');
        output.writeUTF(cell.getClass().getName());
        FileStore[] stores = {};
        if (cell instanceof FileStoreCell fileStoreCell) {
            stores = HostAccess.stores(fileStoreCell);
            HostAccess.flush(fileStoreCell);
        }
        output.writeByte(stores.length);
        for (FileStore store : stores) {
            writeText(store.getFile().getPath(), output);
        }
        serializer.serialize(cell, new CellOutput(output));
    }

    static DataCell read(DataInputStream input) throws IOException {
        char letter = (char)input.readByte();
        return switch (letter) {
            case '?' -> new MissingCell(readText(input));
            case 'S' -> new StringCell(readText(input));
            case 'D' -> new DoubleCell(input.readDouble());
            case 'I' -> new IntCell(input.readInt());
            case 'L' -> new LongCell(input.readLong());
            case 'T' -> BooleanCell.TRUE;
            case 'F' -> BooleanCell.FALSE;
            case '[' -> CollectionCellFactory.createListCell(readCells(input));
            case '{' -> CollectionCellFactory.createSetCell(readCells(input));
            case 'X' -> readForeign(input);
            default -> throw new IOException("A table's file is damaged: no cell begins with byte " + (int)letter);
        };
    }

    private static Collection<DataCell> readCells(DataInputStream input) throws IOException {
        int size = input.readInt();
        List<DataCell> cells = new ArrayList<>(Math.min(size, 1024));
        for (int i = 0; i < size; i++) {
            cells.add(read(input));
        }
        return cells;
    }

    private static DataCell readForeign(DataInputStream input) throws IOException {
        DataCellSerializer<?> serializer = Extensions.serializer(input.readUTF());
        FileStore[] stores = new FileStore[input.readByte()];
        for (int i = 0; i < stores.length; i++) {
            stores[i] = FileStores.of(new File(readText(input)));
        }
        DataCell cell = serializer.deserialize(new CellInput(input));
        if (cell instanceof FileStoreCell fileStoreCell) {
            HostAccess.attach(fileStoreCell, stores);
        }
        return cell;
    }

    /** Text of any length: {@code writeUTF} ends at 64 kB. */
    static void writeText(String text, DataOutputStream output) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    static String readText(DataInputStream input) throws IOException {
        int length = input.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("A table's file is damaged: a text of " + length + " bytes");
        }
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("A table's file ends early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
