package org.physioclr.core.read.flac;

/**
 * Reads bits of a byte array, most significant first. Reading past the end throws {@link IndexOutOfBoundsException}.
 */
final class BitReader {

    private final byte[] data;
    private int next;
    private long buffer;
    private int available;

    BitReader(byte[] data, int offset) {
        this.data = data;
        this.next = offset;
    }

    /** The byte that follows the last one of which a bit was read. */
    int bytePosition() {
        return next - available / 8;
    }

    void skipToByte() {
        available -= available % 8;
    }

    /** Up to 32 bits as an unsigned number. */
    long unsigned(int bits) {
        while (available < bits) {
            buffer = buffer << 8 | data[next++] & 0xFF;
            available += 8;
        }
        available -= bits;
        return buffer >>> available & (1L << bits) - 1;
    }

    /** Up to 32 bits in two's complement. */
    int signed(int bits) {
        return bits == 0 ? 0 : (int) (unsigned(bits) << 64 - bits >> 64 - bits);
    }

    /** The number of zeros before the next one, which is read too. */
    int unary() {
        int zeros = 0;
        while (unsigned(1) == 0) {
            zeros++;
        }
        return zeros;
    }
}
