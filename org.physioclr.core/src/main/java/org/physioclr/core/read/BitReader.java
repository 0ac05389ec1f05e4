package org.physioclr.core.read;

/**
 * Reads bits of a part of a byte array, most significant first. Reading past the end throws
 * {@link IndexOutOfBoundsException}.
 */
public final class BitReader {

    private final byte[] data;
    private final int end;
    private int next;
    private long buffer;
    private int available;

    /**
     * @param from the first byte
     * @param to the byte after the last
     */
    public BitReader(byte[] data, int from, int to) {
        this.data = data;
        this.next = from;
        this.end = to;
    }

    /** The byte that follows the last one of which a bit was read. */
    public int bytePosition() {
        return next - available / 8;
    }

    /** How many bits are left. */
    public long bitsLeft() {
        return 8L * (end - next) + available;
    }

    public void skipToByte() {
        available -= available % 8;
    }

    /** Up to 32 bits as an unsigned number. */
    public long unsigned(int bits) {
        while (available < bits) {
            if (next >= end) {
                throw new IndexOutOfBoundsException(next);
            }
            buffer = buffer << 8 | data[next++] & 0xFF;
            available += 8;
        }
        available -= bits;
        return buffer >>> available & (1L << bits) - 1;
    }

    /** Up to 32 bits in two's complement. */
    public int signed(int bits) {
        return bits == 0 ? 0 : (int) (unsigned(bits) << 64 - bits >> 64 - bits);
    }

    /** The number of zeros before the next one, which is read too. */
    public int unary() {
        int zeros = 0;
        while (unsigned(1) == 0) {
            zeros++;
        }
        return zeros;
    }
}
