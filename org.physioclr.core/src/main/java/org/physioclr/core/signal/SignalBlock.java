package org.physioclr.core.signal;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How a signal lies in a file that holds many: a block of little-endian IEEE 754 single-precision numbers,
 * {@code [lead][sample]}, lead after lead, without a header. Who stores a block remembers its offset and shape.
 */
public final class SignalBlock {

    private SignalBlock() {
    }

    /** The bytes that a block of this shape takes. */
    public static long bytes(int leads, int samples) {
        return (long) Float.BYTES * leads * samples;
    }

    /**
     * Appends a block at the channel's position.
     *
     * @param channel open for writing
     * @param signal {@code [lead][sample]}, all leads of equal length
     * @return the offset at which the block begins
     */
    public static long append(FileChannel channel, float[][] signal) throws IOException {
        long offset = channel.position();
        for (float[] lead : signal) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * lead.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(lead);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        return offset;
    }

    /**
     * Reads a block.
     *
     * @return the signal, {@code [lead][sample]}
     * @throws EOFException if the file ends before the block does; nothing is allocated then
     * @throws FileNotFoundException if there is no such file, saying what to do
     */
    public static float[][] read(Path file, long offset, int leads, int samples) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (offset < 0 || offset + bytes(leads, samples) > channel.size()) {
                throw new EOFException(file + " ends before the " + leads + " x " + samples + " samples at byte "
                    + offset + ": the file was cut or replaced. Run the node that made it again.");
            }
            float[][] signal = new float[leads][samples];
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * samples).order(ByteOrder.LITTLE_ENDIAN);
            long position = offset;
            for (float[] lead : signal) {
                bytes.clear();
                while (bytes.hasRemaining()) {
                    int count = channel.read(bytes, position);
                    if (count < 0) {
                        throw new EOFException(file + " became shorter while it was read");
                    }
                    position += count;
                }
                bytes.flip().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(lead);
            }
            return signal;
        } catch (NoSuchFileException e) {
            FileNotFoundException absent =
                new FileNotFoundException("there is no file " + file + ". Run the node that made it again.");
            absent.initCause(e);
            throw absent;
        }
    }
}
