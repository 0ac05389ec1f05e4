package org.physioclr.core.read.scp;

/** The checksum of SCP-ECG: CRC-CCITT with polynomial 0x1021, beginning with 0xFFFF. */
final class Crc {

    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int crc = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
            TABLE[i] = crc & 0xFFFF;
        }
    }

    private Crc() {
    }

    static int of(byte[] data, int from, int to) {
        int crc = 0xFFFF;
        for (int i = from; i < to; i++) {
            crc = (crc << 8 ^ TABLE[(crc >> 8 ^ data[i]) & 0xFF]) & 0xFFFF;
        }
        return crc;
    }
}
