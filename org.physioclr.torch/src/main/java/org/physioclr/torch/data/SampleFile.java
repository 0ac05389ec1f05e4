package org.physioclr.torch.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file of signals, {@code [lead][sample]}, little-endian, in single or half precision. Half precision keeps
 * 11 bits of a sample: at 1 mV that is a step of 1 µV, finer than what most recorders resolve. Reading is safe from
 * many threads; closing removes the file.
 */
final class SampleFile implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private final boolean half;

    SampleFile(Path folder, boolean half) throws IOException {
        this.half = half;
        file = Files.createTempFile(folder, "prepared-", half ? ".f16" : ".f32");
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private int bytes() {
        return half ? Short.BYTES : Float.BYTES;
    }

    /** Appends a signal; gives the byte at which it begins. */
    long append(float[][] signal) throws IOException {
        long offset = channel.position();
        for (float[] lead : signal) {
            ByteBuffer bytes = ByteBuffer.allocate(bytes() * lead.length).order(ByteOrder.LITTLE_ENDIAN);
            for (float sample : lead) {
                if (half) {
                    bytes.putShort(HalfPrecision.of(sample));
                } else {
                    bytes.putFloat(sample);
                }
            }
            bytes.flip();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        return offset;
    }

    /**
     * Reads samples.
     *
     * @param offset where a signal begins
     * @param sample the number of the first sample, counted over all its leads
     * @param target takes as many as are wanted, from its beginning on
     */
    void read(long offset, long sample, int count, float[] target) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(bytes() * count).order(ByteOrder.LITTLE_ENDIAN);
        long position = offset + bytes() * sample;
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("The temporary file " + file + " was cut short. Free disk space, run again.");
            }
        }
        bytes.flip();
        for (int i = 0; i < count; i++) {
            target[i] = half ? HalfPrecision.toFloat(bytes.getShort()) : bytes.getFloat();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
