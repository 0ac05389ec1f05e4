package org.physioclr.core.read;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A binary file in memory whose numbers have their low byte first. Positions are bytes from the file's beginning;
 * reading past the end is a {@link ReadException} that names the byte, never an index error.
 */
public final class LittleEndianFile {

    /** What a person can do about a damaged file. */
    public static final String REMEDY = "The file is damaged or cut: get it again.";

    private static final VarHandle BITS_16 = MethodHandles.byteArrayViewVarHandle(short[].class,
        ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BITS_32 = MethodHandles.byteArrayViewVarHandle(int[].class,
        ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BITS_64 = MethodHandles.byteArrayViewVarHandle(long[].class,
        ByteOrder.LITTLE_ENDIAN);

    private final Path path;
    private final byte[] data;

    /**
     * @param path the file, for messages
     * @param data its content, not copied
     */
    public LittleEndianFile(Path path, byte[] data) {
        this.path = path;
        this.data = data;
    }

    /**
     * Reads a whole file.
     *
     * @throws ReadException if it is empty or has 2 GiB or more
     */
    public static LittleEndianFile read(Path path) throws IOException {
        if (Files.size(path) > Integer.MAX_VALUE - 16) {
            throw new ReadException(path, "", "files of 2 GiB or more are not read", "Cut the recording into parts.");
        }
        byte[] data = Files.readAllBytes(path);
        if (data.length == 0) {
            throw new ReadException(path, "", "the file is empty", REMEDY);
        }
        return new LittleEndianFile(path, data);
    }

    public Path path() {
        return path;
    }

    /** The bytes themselves; not to be written to. */
    public byte[] data() {
        return data;
    }

    public int size() {
        return data.length;
    }

    /** An unsigned byte. */
    public int unsigned8(long at) throws ReadException {
        return data[check(at, 1)] & 0xFF;
    }

    public short signed16(long at) throws ReadException {
        return (short) BITS_16.get(data, check(at, 2));
    }

    public int unsigned16(long at) throws ReadException {
        return signed16(at) & 0xFFFF;
    }

    public int signed32(long at) throws ReadException {
        return (int) BITS_32.get(data, check(at, 4));
    }

    public long unsigned32(long at) throws ReadException {
        return signed32(at) & 0xFFFFFFFFL;
    }

    public float real32(long at) throws ReadException {
        return Float.intBitsToFloat(signed32(at));
    }

    public double real64(long at) throws ReadException {
        return Double.longBitsToDouble((long) BITS_64.get(data, check(at, 8)));
    }

    /** Text up to its first zero byte, without blanks around it. */
    public String text(long at, long length, Charset charset) throws ReadException {
        int from = check(at, length);
        int to = from;
        while (to < from + length && data[to] != 0) {
            to++;
        }
        return new String(data, from, to - from, charset).strip();
    }

    /**
     * Checks that the file holds a range.
     *
     * @return the position as an index of {@link #data()}
     */
    public int check(long at, long length) throws ReadException {
        if (at < 0 || length < 0 || at > data.length - length) {
            throw new ReadException(path, "byte " + Math.max(0, Math.min(at, data.length)),
                "the file ends before what should stand here", REMEDY);
        }
        return (int) at;
    }
}
