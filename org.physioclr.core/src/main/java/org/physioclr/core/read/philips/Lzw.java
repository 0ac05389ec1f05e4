package org.physioclr.core.read.philips;

import java.util.Arrays;
import org.physioclr.core.read.BitReader;

/**
 * Undoes the LZW compression of Philips' files: codes of ten bits, most significant first; 0 to 255 are bytes, 1023
 * ends, the others stand for the strings met so far, of which there are at most 767.
 */
final class Lzw {

    /** More than a code's share of the longest string that there can be. */
    static final int MOST_BYTES_PER_BYTE = 640;

    private static final int CODE_BITS = 10;
    private static final int END = 1023;
    private static final int FIRST_STRING = 256;

    private final int[] prefix = new int[END];
    private final byte[] last = new byte[END];
    private final int[] length = new int[END];
    private final byte[] out;
    private int written;

    private Lzw(int bytes) {
        this.out = new byte[bytes];
        for (int code = 0; code < FIRST_STRING; code++) {
            last[code] = (byte) code;
            length[code] = 1;
        }
    }

    /**
     * Decodes at most so many bytes.
     *
     * @return null if a code makes no sense or there are more bytes
     */
    static byte[] decode(byte[] data, int from, int to, int mostBytes) {
        Lzw lzw = new Lzw(mostBytes);
        return lzw.decode(new BitReader(data, from, to)) ? Arrays.copyOf(lzw.out, lzw.written) : null;
    }

    private boolean decode(BitReader bits) {
        int next = FIRST_STRING;
        int previous = -1;
        while (bits.bitsLeft() >= CODE_BITS) {
            int code = (int) bits.unsigned(CODE_BITS);
            if (code == END) {
                return true;
            }
            // A string may stand for itself: the one before, followed by its own first byte.
            boolean itself = code == next && previous >= 0;
            if (code > next || code == next && !itself || written + length(code, previous, itself) > out.length) {
                return false;
            }
            byte first = first(itself ? previous : code);
            if (previous >= 0 && next < END) {
                prefix[next] = previous;
                last[next] = first;
                length[next] = length[previous] + 1;
                next++;
            }
            write(code);
            previous = code;
        }
        return true;
    }

    private int length(int code, int previous, boolean itself) {
        return itself ? length[previous] + 1 : length[code];
    }

    private byte first(int code) {
        int at = code;
        while (length[at] > 1) {
            at = prefix[at];
        }
        return last[at];
    }

    private void write(int code) {
        int at = code;
        for (int position = written + length[code] - 1; position >= written; position--) {
            out[position] = last[at];
            at = prefix[at];
        }
        written += length[code];
    }
}
