package org.physioclr.core.read.matlab;

import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.ReadException;

/**
 * A data element of a MATLAB file of level 5: a type, then so many bytes.
 *
 * @param data the file, or what a compressed element held
 * @param type one of the constants, or the type of numbers
 * @param start where its bytes begin
 * @param length how many there are
 * @param next where the element after it begins
 */
record MatElement(LittleEndianFile data, int type, int start, int length, int next) {

    static final int MATRIX = 14;
    static final int COMPRESSED = 15;
    private static final int UTF_8 = 16;
    private static final int UTF_16 = 17;

    /** Reads the element's head; small ones hold their bytes within the head. */
    static MatElement at(LittleEndianFile data, long at) throws ReadException {
        int type = data.signed32(at);
        if (type >>> 16 != 0) {
            int length = type >>> 16;
            if (length > 4) {
                throw error(data, at, "an element within its head has " + length + " bytes");
            }
            return new MatElement(data, type & 0xFFFF, data.check(at + 4, length), length, (int) at + 8);
        }
        long length = data.unsigned32(at + 4);
        int start = data.check(at + 8, length);
        long padded = type == COMPRESSED ? length : (length + 7) / 8 * 8;
        return new MatElement(data, type, start, (int) length, (int) Math.min(data.size(), start + padded));
    }

    /** Bytes of a number of this element's type; 0 if it holds no numbers. */
    int width() {
        return switch (type) {
            case 1, 2, UTF_8 -> 1;
            case 3, 4, UTF_16 -> 2;
            case 5, 6, 7 -> 4;
            case 9, 12, 13 -> 8;
            default -> 0;
        };
    }

    /** How many numbers it holds. */
    int count() {
        return width() == 0 ? 0 : length / width();
    }

    /** A number, counted from 0; 64-bit integers lose what a double can't hold. */
    double number(int index) throws ReadException {
        long at = start + (long) index * width();
        return switch (type) {
            case 1 -> (byte) data.unsigned8(at);
            case 2, UTF_8 -> data.unsigned8(at);
            case 3 -> data.signed16(at);
            case 4, UTF_16 -> data.unsigned16(at);
            case 5 -> data.signed32(at);
            case 6 -> data.unsigned32(at);
            case 7 -> data.real32(at);
            case 9 -> data.real64(at);
            case 12 -> data.unsigned32(at) + 0x1p32 * data.signed32(at + 4);
            case 13 -> data.unsigned32(at) + 0x1p32 * data.unsigned32(at + 4);
            default -> throw error(data, start, "type " + type + " holds no numbers");
        };
    }

    static ReadException error(LittleEndianFile data, long at, String cause) {
        return new ReadException(data.path(), "byte " + at, cause, LittleEndianFile.REMEDY);
    }
}
