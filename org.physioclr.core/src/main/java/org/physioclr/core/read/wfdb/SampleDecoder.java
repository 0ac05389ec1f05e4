package org.physioclr.core.read.wfdb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads the samples of a signal file one block after another. Not for FLAC. */
final class SampleDecoder {

    private static final VarHandle LITTLE_16 =
        MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_32 =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final SampleFormat format;
    private final byte[] data;
    private final int offset;
    private int position;

    /**
     * @param offset the byte at which the samples begin
     */
    SampleDecoder(SampleFormat format, byte[] data, int offset) {
        this.format = format;
        this.data = data;
        this.offset = offset;
    }

    /**
     * Decodes the next samples; the caller has checked that the file holds them.
     *
     * @param out receives them from its beginning
     * @param count how many; a multiple of six in all calls but the last, so that no group is torn
     */
    void decode(int[] out, int count) {
        switch (format) {
            case DIFFERENCES_8 -> bytes(out, count, 0);
            case OFFSET_8 -> bytes(out, count, 128);
            case SIGNED_16 -> shorts(out, count);
            case BIG_ENDIAN_16 -> swapped(out, count);
            case OFFSET_16 -> offsetShorts(out, count);
            case SIGNED_24 -> threeBytes(out, count);
            case SIGNED_32 -> ints(out, count);
            case PACKED_12 -> packed12(out, count);
            case PACKED_10, PACKED_10_SPLIT -> packed10(out, count);
            default -> throw new IllegalStateException("Format " + format.code() + " isn't decoded here");
        }
        position += count;
    }

    private void bytes(int[] out, int count, int zero) {
        int from = offset + position;
        for (int i = 0; i < count; i++) {
            out[i] = zero == 0 ? data[from + i] : (data[from + i] & 0xFF) - zero;
        }
    }

    private void shorts(int[] out, int count) {
        int from = offset + 2 * position;
        for (int i = 0; i < count; i++) {
            out[i] = (short) LITTLE_16.get(data, from + 2 * i);
        }
    }

    private void swapped(int[] out, int count) {
        int from = offset + 2 * position;
        for (int i = 0; i < count; i++) {
            out[i] = Short.reverseBytes((short) LITTLE_16.get(data, from + 2 * i));
        }
    }

    private void offsetShorts(int[] out, int count) {
        int from = offset + 2 * position;
        for (int i = 0; i < count; i++) {
            out[i] = ((short) LITTLE_16.get(data, from + 2 * i) & 0xFFFF) - 32768;
        }
    }

    private void threeBytes(int[] out, int count) {
        int from = offset + 3 * position;
        for (int i = 0; i < count; i++, from += 3) {
            out[i] = (data[from] & 0xFF) | (data[from + 1] & 0xFF) << 8 | data[from + 2] << 16;
        }
    }

    private void ints(int[] out, int count) {
        int from = offset + 4 * position;
        for (int i = 0; i < count; i++) {
            out[i] = (int) LITTLE_32.get(data, from + 4 * i);
        }
    }

    /** Takes each pair with one load of four bytes, but for the file's last, behind which there may be no byte. */
    private void packed12(int[] out, int count) {
        int at = offset + position / 2 * 3;
        int i = 0;
        for (int whole = Math.min(count - 1, (data.length - at - 1) / 3 * 2); i < whole; i += 2, at += 3) {
            int word = (int) LITTLE_32.get(data, at);
            out[i] = word << 20 >> 20;
            out[i + 1] = word >> 16 & 0xFF | word << 16 >> 28 << 8;
        }
        for (; i + 1 < count; i += 2, at += 3) {
            int middle = data[at + 1];
            out[i] = (data[at] & 0xFF) | (middle << 28 >> 20);
            out[i + 1] = (data[at + 2] & 0xFF) | (middle >> 4 << 8);
        }
        if (i < count) {
            out[i] = (data[at] & 0xFF) | (data[at + 1] << 28 >> 20);
        }
    }

    private void packed10(int[] out, int count) {
        int at = offset + position / 3 * 4;
        for (int i = 0; i < count; i += 3, at += 4) {
            int word = at + 4 <= data.length ? (int) LITTLE_32.get(data, at) : lastWord(at);
            for (int k = 0; k < 3 && i + k < count; k++) {
                out[i + k] = (format == SampleFormat.PACKED_10 ? word >> 10 * k : split(word, k)) << 22 >> 22;
            }
        }
    }

    private static int split(int word, int k) {
        return switch (k) {
            case 0 -> word >> 1;
            case 1 -> word >> 17;
            default -> word >> 11 & 0x1F | word >> 27 << 5;
        };
    }

    private int lastWord(int at) {
        int word = 0;
        for (int i = at; i < data.length; i++) {
            word |= (data[i] & 0xFF) << 8 * (i - at);
        }
        return word;
    }
}
