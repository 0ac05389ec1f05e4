package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.read.ScpFile.Bytes;
import org.physioclr.testing.TestData;

class MatlabTest {

    @TempDir
    private Path folder;

    private static byte[] element(int type, byte[] content) {
        return new Bytes().u32(type, content.length).add(content).add(new byte[(8 - content.length % 8) % 8]).get();
    }

    private static byte[] matrix(int kind, int rows, int columns, String name, byte[]... content) {
        Bytes bytes = new Bytes().add(element(6, new Bytes().u32(kind, 0).get()))
            .add(element(5, new Bytes().u32(rows, columns).get())).add(element(1, new Bytes().text(name).get()));
        for (byte[] part : content) {
            bytes.add(part);
        }
        return element(14, bytes.get());
    }

    /** The struct of CPSC 2018 with 16-bit data, column after column; the names of the fields take five bytes each. */
    private static byte[] ecg(int rows, int columns, int... data) {
        byte[] names = element(1, new Bytes().text("sex\0\0age\0\0data\0").get());
        return matrix(2, 1, 1, "ECG", new Bytes().u32(4 << 16 | 5, 5).get(), names,
            matrix(4, 1, 4, "", element(4, new Bytes().u16('M', 'a', 'l', 'e').get())),
            matrix(6, 1, 1, "", element(2, new Bytes().u8(52).get())),
            matrix(6, rows, columns, "", element(3, new Bytes().u16(data).get())));
    }

    private static byte[] file(byte[]... variables) {
        Bytes bytes = new Bytes().text("MATLAB 5.0 MAT-file").add(new byte[124 - 19]).u16(0x100, 0x4D49);
        for (byte[] variable : variables) {
            bytes.add(variable);
        }
        return bytes.get();
    }

    private static byte[] compressed(byte[] variable) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = new DeflaterOutputStream(bytes)) {
            stream.write(variable);
        }
        return new Bytes().u32(15, bytes.size()).add(bytes.toByteArray()).get();
    }

    private static int[] ramp() {
        int[] data = new int[24];
        for (int i = 0; i < data.length; i++) {
            data[i] = i - 5;
        }
        return data;
    }

    private Recording read(byte[] content) throws IOException {
        return RecordReader.readAny(Files.write(folder.resolve("r.mat"), content));
    }

    private String refusal(byte[] content) {
        return assertThrows(ReadException.class, () -> read(content)).getMessage();
    }

    @Test
    void leadsMayBeRowsOrColumns() throws IOException {
        byte[] other = matrix(6, 1, 1, "x", element(9, new byte[8]));
        Recording rows = read(file(other, compressed(ecg(12, 2, ramp()))));
        assertEquals(12, rows.channels().size());
        assertEquals("aVR", rows.channels().get(3).name());
        assertArrayEquals(new double[] {-2, 10}, rows.channels().get(3).physical());
        assertEquals(new Patient("", 52, Sex.MALE), rows.patient());
        Recording columns = read(file(ecg(2, 12, ramp())));
        assertArrayEquals(new double[] {1, 2}, columns.channels().get(3).physical());
    }

    @Test
    void otherVariablesAreNamedInTheRefusal() {
        byte[] other = matrix(6, 1, 1, "x", element(9, new byte[8]));
        assertTrue(refusal(file(other)).contains("its variables are [x], not ECG"));
        assertTrue(refusal(file(ecg(3, 8, ramp()))).contains("no field data of 12 leads"));
        assertTrue(refusal(file(ecg(12, 2_000_000_000, ramp()))).contains("no field data of 12 leads"));
    }

    @Test
    void aBombIsRefused() throws IOException {
        byte[] bomb = compressed(new Bytes().u32(14, 0x7FFFFFF0L).add(new byte[1000]).get());
        assertTrue(refusal(file(bomb)).contains("far more than its"));
    }

    @Test
    void aMatrixOfLevelFourNeedsItsHeader() throws IOException {
        Path alone = Files.copy(TestData.path("formats/mat/A00001.mat"), folder.resolve("A00001.mat"));
        ReadException e = assertThrows(ReadException.class, () -> RecordReader.readAny(alone));
        assertEquals("A00001.mat: a MATLAB matrix alone tells neither rate nor gain. Put its WFDB header, which ends "
            + "in .hea, beside it.", e.getMessage());
        Files.copy(TestData.path("formats/mat/A00001.hea"), folder.resolve("A00001.hea"));
        assertEquals("WFDB", RecordReader.readAny(alone).format());
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        Mutations.check(folder.resolve("r.mat"), file(ecg(12, 2, ramp())));
        Mutations.check(folder.resolve("r.mat"), file(compressed(ecg(12, 2, ramp()))));
    }
}
