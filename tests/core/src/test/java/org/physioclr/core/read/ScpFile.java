package org.physioclr.core.read;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/** Builds small SCP-ECG files from EN 1064's description: sections with their pointers and checksums. */
final class ScpFile {

    private final Map<Integer, byte[]> sections = new TreeMap<>();

    /** The sections are made of little-endian numbers. */
    static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes u8(int... values) {
            for (int value : values) {
                out.write(value);
            }
            return this;
        }

        Bytes u16(int... values) {
            for (int value : values) {
                u8(value, value >> 8);
            }
            return this;
        }

        Bytes u32(long... values) {
            for (long value : values) {
                u16((int) value, (int) (value >> 16));
            }
            return this;
        }

        Bytes text(String text) {
            text.chars().forEach(out::write);
            return this;
        }

        Bytes add(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        byte[] get() {
            return out.toByteArray();
        }
    }

    ScpFile section(int id, Bytes content) {
        sections.put(id, content.get());
        return this;
    }

    /** Section 3: leads I, II... with samples from start to end each. */
    ScpFile leads(boolean subtracted, long... startsAndEnds) {
        Bytes bytes = new Bytes().u8(startsAndEnds.length / 2, subtracted ? 5 : 4);
        for (int i = 0; i < startsAndEnds.length; i += 2) {
            bytes.u32(startsAndEnds[i], startsAndEnds[i + 1]).u8(i / 2 + 1);
        }
        return section(3, bytes);
    }

    /** Section 5 or 6. */
    ScpFile samples(int id, int nanovolts, int microseconds, int differences, boolean bimodal, byte[]... leads) {
        Bytes bytes = new Bytes().u16(nanovolts, microseconds).u8(differences, bimodal ? 1 : 0);
        for (byte[] lead : leads) {
            bytes.u16(lead.length);
        }
        for (byte[] lead : leads) {
            bytes.add(lead);
        }
        return section(id, bytes);
    }

    static byte[] plain(int... samples) {
        return new Bytes().u16(samples).get();
    }

    /** Packs bits written as zeros and ones, blanks in between. */
    static byte[] bits(String bits) {
        String digits = bits.replace(" ", "");
        byte[] bytes = new byte[(digits.length() + 7) / 8];
        for (int i = 0; i < digits.length(); i++) {
            bytes[i / 8] |= (byte) ((digits.charAt(i) - '0') << 7 - i % 8);
        }
        return bytes;
    }

    byte[] bytes() {
        int pointers = 12;
        Bytes table = new Bytes();
        Bytes rest = new Bytes();
        int position = 6 + 16 + 10 * pointers;
        table.u16(0).u32(16 + 10 * pointers, 7);
        for (int id = 1; id < pointers; id++) {
            byte[] content = sections.get(id);
            table.u16(id).u32(content == null ? 0 : 16 + content.length, content == null ? 0 : position + 1);
            if (content != null) {
                rest.add(section(id, content));
                position += 16 + content.length;
            }
        }
        byte[] zero = section(0, table.get());
        byte[] body = new Bytes().u32(position).add(zero).add(rest.get()).get();
        return new Bytes().u16(crc(body, 0)).add(body).get();
    }

    private static byte[] section(int id, byte[] content) {
        byte[] body = new Bytes().u16(id).u32(16 + content.length).u8(20, 20)
            .text(id == 0 ? "SCPECG" : "\0\0\0\0\0\0").add(content).get();
        return new Bytes().u16(crc(body, 0)).add(body).get();
    }

    /** CRC-CCITT, bit by bit. */
    private static int crc(byte[] data, int from) {
        int crc = 0xFFFF;
        for (int i = from; i < data.length; i++) {
            for (int bit = 7; bit >= 0; bit--) {
                boolean top = (crc >> 15 & 1) != (data[i] >> bit & 1);
                crc = (crc << 1 ^ (top ? 0x1021 : 0)) & 0xFFFF;
            }
        }
        return crc;
    }
}
