package org.physioclr.torch.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a matrix of a safetensors file row by row, so that memory does not grow with the rows. */
public final class MatrixReader implements Closeable {

    private final FileChannel channel;
    private final Safetensors.Block block;

    /**
     * Opens a matrix.
     *
     * @throws IOException if the file is no safetensors file, is damaged or has no matrix of that name
     */
    public MatrixReader(Path file, String name) throws IOException {
        channel = Safetensors.open(file);
        try {
            block = Safetensors.blocks(file, channel).get(name);
            if (block == null || block.shape().length != 2) {
                throw Safetensors.damaged(file, "it has no matrix \"" + name + "\"");
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    public int rows() {
        return Math.toIntExact(block.shape()[0]);
    }

    public int columns() {
        return Math.toIntExact(block.shape()[1]);
    }

    /** A row, counted from 0. */
    public float[] row(int index) throws IOException {
        float[] row = new float[columns()];
        int bytes = Math.multiplyExact(row.length, Float.BYTES);
        Safetensors.readFully(channel, block.start() + (long) index * bytes, bytes).asFloatBuffer().get(row);
        return row;
    }

    /**
     * Reads a whole matrix.
     *
     * @param rows as many as it must have
     * @throws IOException if it has others; see the constructor
     */
    public static double[][] read(Path file, String name, int rows) throws IOException {
        try (MatrixReader matrix = new MatrixReader(file, name)) {
            if (matrix.rows() != rows) {
                throw new IOException(file + " holds " + name + " of " + matrix.rows() + " ECGs where there are "
                    + rows);
            }
            double[][] values = new double[rows][matrix.columns()];
            for (int row = 0; row < rows; row++) {
                float[] numbers = matrix.row(row);
                for (int column = 0; column < numbers.length; column++) {
                    values[row][column] = numbers[column];
                }
            }
            return values;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
