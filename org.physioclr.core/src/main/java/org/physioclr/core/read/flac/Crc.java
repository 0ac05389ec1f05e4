package org.physioclr.core.read.flac;

/** The two checksums of FLAC frames (RFC 9639, 9.1.8 and 9.3). */
final class Crc {

    private static final int[] CRC_8 = table(8, 0x07);
    private static final int[] CRC_16 = table(16, 0x8005);

    private Crc() {
    }

    /** Over the bytes in [from, to). */
    static int crc8(byte[] data, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = CRC_8[crc ^ data[i] & 0xFF];
        }
        return crc;
    }

    /** Over the bytes in [from, to). */
    static int crc16(byte[] data, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = (crc << 8 & 0xFFFF) ^ CRC_16[crc >> 8 ^ data[i] & 0xFF];
        }
        return crc;
    }

    private static int[] table(int bits, int polynomial) {
        int[] table = new int[256];
        int top = 1 << bits - 1;
        for (int i = 0; i < 256; i++) {
            int crc = i << bits - 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & top) != 0 ? crc << 1 ^ polynomial : crc << 1;
            }
            table[i] = crc & (1 << bits) - 1;
        }
        return table;
    }
}
