package org.physioclr.core.read;

import org.physioclr.core.read.ScpFile.Bytes;

/** Builds small DICOM files: elements in the order in which they are added, in explicit or implicit representation. */
final class DicomFile {

    private final boolean explicit;

    DicomFile(boolean explicit) {
        this.explicit = explicit;
    }

    byte[] element(int group, int element, String vr, byte[] value) {
        Bytes bytes = new Bytes().u16(group, element);
        boolean isLong = vr.equals("OW") || vr.equals("SQ");
        if (!explicit && group != 2) {
            bytes.u32(value.length);
        } else if (isLong) {
            bytes.text(vr).u16(0).u32(value.length);
        } else {
            bytes.text(vr).u16(value.length);
        }
        return bytes.add(value).get();
    }

    byte[] text(int group, int element, String vr, String value) {
        return element(group, element, vr, new Bytes().text(value + (value.length() % 2 == 0 ? "" : " ")).get());
    }

    byte[] whole(int group, int element, int value) {
        return element(group, element, "US", new Bytes().u16(value).get());
    }

    /** A sequence of items of undefined length. */
    byte[] sequence(int group, int element, byte[]... items) {
        Bytes bytes = new Bytes().u16(group, element);
        if (explicit) {
            bytes.text("SQ").u16(0);
        }
        bytes.u32(0xFFFFFFFFL);
        for (byte[] item : items) {
            bytes.u16(0xFFFE, 0xE000).u32(0xFFFFFFFFL).add(item).u16(0xFFFE, 0xE00D).u32(0);
        }
        return bytes.u16(0xFFFE, 0xE0DD).u32(0).get();
    }

    static byte[] join(byte[]... parts) {
        Bytes bytes = new Bytes();
        for (byte[] part : parts) {
            bytes.add(part);
        }
        return bytes.get();
    }

    byte[] channel(String name, String sensitivity, String baseline) {
        byte[] source = sequence(0x3A, 0x208, text(8, 0x104, "LO", name));
        byte[] units = sequence(0x3A, 0x211, text(8, 0x100, "SH", "uV"));
        return join(source, text(0x3A, 0x210, "DS", sensitivity), units, text(0x3A, 0x213, "DS", baseline));
    }

    /** A group of 16-bit channels at 500 Hz. */
    byte[] group(String offsetMs, String label, int padding, byte[][] channels, int... samples) {
        return join(text(0x18, 0x1068, "DS", offsetMs), text(0x3A, 4, "CS", "ORIGINAL"),
            whole(0x3A, 5, channels.length),
            element(0x3A, 0x10, "UL", new Bytes().u32(samples.length / channels.length).get()),
            text(0x3A, 0x1A, "DS", "500"), text(0x3A, 0x20, "SH", label), sequence(0x3A, 0x200, channels),
            whole(0x5400, 0x1004, 16), text(0x5400, 0x1006, "CS", "SS"),
            element(0x5400, 0x100A, "OW", new Bytes().u16(padding).get()),
            element(0x5400, 0x1010, "OW", new Bytes().u16(samples).get()));
    }

    /** A file with these elements behind preamble and meta information. */
    byte[] file(String transferSyntax, byte[]... elements) {
        return join(new byte[128], new Bytes().text("DICM").get(),
            text(2, 0x10, "UI", transferSyntax.length() % 2 == 0 ? transferSyntax : transferSyntax + "\0"),
            join(elements));
    }

    byte[] file(byte[]... elements) {
        return file(explicit ? "1.2.840.10008.1.2.1" : "1.2.840.10008.1.2", elements);
    }
}
