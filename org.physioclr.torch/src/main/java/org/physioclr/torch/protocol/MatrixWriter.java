package org.physioclr.torch.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.google.gson.JsonObject;

/** Writes a safetensors file of one matrix row by row, so that memory does not grow with the rows. */
public final class MatrixWriter implements Closeable {

    /** Room for the JSON, which is written last, when the number of rows is known. */
    private static final int HEADER_BYTES = 256;

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final String name;
    private final int columns;
    private final ByteBuffer buffer;
    private long rows;

    /**
     * Begins a file, replacing one that is there.
     *
     * @param name the matrix's, of at most 100 characters
     */
    public MatrixWriter(Path file, String name, int columns) throws IOException {
        this.name = name;
        this.columns = columns;
        buffer = ByteBuffer.allocate(Math.max(BUFFER_BYTES, columns * Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
        channel.position(Long.BYTES + HEADER_BYTES);
    }

    /**
     * Adds a row.
     *
     * @param row as many numbers as there are columns; rounded to single precision
     */
    public void add(double[] row) throws IOException {
        if (row.length != columns) {
            throw new IllegalArgumentException("A row of " + row.length + " numbers does not fit " + columns
                + " columns");
        }
        if (buffer.remaining() < columns * Float.BYTES) {
            flush();
        }
        for (double value : row) {
            buffer.putFloat((float) value);
        }
        rows++;
    }

    private void flush() throws IOException {
        Safetensors.writeFully(channel, buffer.flip());
        buffer.clear();
    }

    /** Completes the file. */
    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
            JsonObject places = new JsonObject();
            places.add(name, Safetensors.place(new long[] {rows, columns}, 0, rows * columns * Float.BYTES));
            channel.position(0);
            Safetensors.writeFully(channel, Safetensors.header(places, HEADER_BYTES));
        }
    }
}
