package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.read.ScpFile.Bytes;
import org.physioclr.testing.TestData;

/** Files made by hand after EN 1064, so that every way of compression has a known result. */
class ScpTest {

    private static final Bytes DEFAULT_CODE = new Bytes().u16(19999);

    @TempDir
    private Path folder;

    private Recording read(ScpFile file) throws IOException {
        return RecordReader.readAny(Files.write(folder.resolve("r.scp"), file.bytes()));
    }

    private String refusal(ScpFile file) {
        return assertThrows(ReadException.class, () -> read(file)).getMessage();
    }

    @Test
    void plainSamplesAreScaled() throws IOException {
        Recording recording = read(new ScpFile().leads(false, 1, 3, 1, 3)
            .samples(6, 2500, 2000, 0, false, ScpFile.plain(1, -2, 300), ScpFile.plain(0, 4, 5)));
        assertEquals(List.of(), recording.warnings());
        Channel first = recording.channels().get(0);
        assertEquals("I", first.name());
        assertEquals("uV", first.unit());
        assertEquals(500, first.rateHz());
        assertArrayEquals(new double[] {2.5, -5, 750}, first.physical(), 1e-12);
    }

    @Test
    void theDefaultCodeAndDifferencesAreUndone() throws IOException {
        // 0, 1, -1, 8, -8, then 8 and 16 bits in full: 100 and -1000.
        byte[] data = ScpFile.bits("0 100 101 1111111100 1111111101 1111111110 01100100 1111111111 1111110000011000");
        ScpFile file = new ScpFile().section(2, DEFAULT_CODE).leads(false, 1, 7);
        assertArrayEquals(new double[] {0, 1, -1, 8, -8, 100, -1000},
            read(file.samples(6, 1000, 2000, 0, false, data)).channels().get(0).physical(), 0);
        assertArrayEquals(new double[] {0, 1, 0, 8, 0, 100, -900},
            read(file.samples(6, 1000, 2000, 1, false, data)).channels().get(0).physical(), 0);
        // x[n] = d[n] + 2 x[n-1] - x[n-2], the first two as they are.
        assertArrayEquals(new double[] {0, 1, 1, 9, 9, 109, -791},
            read(file.samples(6, 1000, 2000, 2, false, data)).channels().get(0).physical(), 0);
    }

    @Test
    void aFilesOwnCodeMaySwitchTables() throws IOException {
        // Table 1: 0 is 5, 10 switches to table 2, 11 is 100 and 4 bits more; table 2: 1 is -7, 0 switches back.
        // Codes are stored with their first bit lowest.
        Bytes code = new Bytes().u16(2).u16(3).u8(1, 1, 1).u16(5).u32(0).u8(2, 2, 0).u16(2).u32(0b01)
            .u8(2, 6, 1).u16(100).u32(0b11).u16(2).u8(1, 1, 1).u16(-7).u32(1).u8(1, 1, 0).u16(1).u32(0);
        byte[] data = ScpFile.bits("0 11 1111 10 1 1 0 0 11 0111");
        Recording recording = read(new ScpFile().section(2, code).leads(false, 1, 6)
            .samples(6, 1000, 2000, 0, false, data));
        assertArrayEquals(new double[] {5, 99, -7, -7, 5, 107}, recording.channels().get(0).physical(), 0);
    }

    /** A beat of four samples at 500 Hz whose second lies on the QRS complexes. */
    private static ScpFile withBeat(Bytes zones) {
        return new ScpFile().section(4, zones).samples(5, 2000, 2000, 0, false, ScpFile.plain(10, 20, 30, 40));
    }

    @Test
    void theReferenceBeatIsAddedWhereItWasSubtracted() throws IOException {
        // Fiducials at samples 3 and 8; of the second beat only the samples 8 and 9 are subtracted.
        // A third complex is of another type and keeps its samples.
        Bytes zones = new Bytes().u16(8, 2, 3).u16(0).u32(2, 3, 5).u16(0).u32(8, 8, 9).u16(1).u32(0, 10, 0)
            .u32(2, 5, 8, 9, 0, 0);
        Recording recording = read(withBeat(zones).leads(true, 1, 10)
            .samples(6, 1000, 2000, 0, false, ScpFile.plain(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)));
        assertArrayEquals(new double[] {1, 21, 41, 61, 81, 1, 1, 41, 61, 1},
            recording.channels().get(0).physical(), 1e-12);
        Channel beat = recording.channels().get(1);
        assertEquals(Content.REPRESENTATIVE_BEAT, beat.content());
        assertArrayEquals(new double[] {20, 40, 60, 80}, beat.physical(), 1e-12);
        assertEquals(1, EcgConversion.convert(recording, "r", LeadChoice.ALL, new ArrayList<>())
            .leads().size());
    }

    @Test
    void bimodalDataAreInterpolatedBetweenComplexes() throws IOException {
        // Samples 1-8 as two means, 9-11 in full, 12-17 as one mean and two samples in full. One in four is kept.
        Bytes zones = new Bytes().u16(8, 2, 1).u16(0).u32(9, 10, 11).u32(9, 11);
        Recording recording = read(withBeat(zones).leads(false, 1, 17)
            .samples(6, 1000, 8000, 0, true, ScpFile.plain(4, 8, 50, 60, 70, 1, 2, 3)));
        Channel channel = recording.channels().get(0);
        assertEquals(500, channel.rateHz());
        assertArrayEquals(new double[] {4, 4, 4, 5, 6, 7, 8, 8, 50, 60, 70, 1, 1, 1, 1, 2, 3}, channel.physical(),
            1e-12);
    }

    @Test
    void leadsOneAfterTheOtherShareOneAxisOfTime() throws IOException {
        Recording recording = read(new ScpFile().leads(false, 1, 2, 3, 5)
            .samples(6, 1000, 2000, 0, false, ScpFile.plain(1, 2), ScpFile.plain(3, 4, 5)));
        double nan = Double.NaN;
        assertArrayEquals(new double[] {1, 2, nan, nan, nan}, recording.channels().get(0).physical());
        assertArrayEquals(new double[] {nan, nan, 3, 4, 5}, recording.channels().get(1).physical());
    }

    @Test
    void patientAndReportAreRead() throws IOException {
        Bytes patient = new Bytes().u8(2).u16(5).text("P-17\0").u8(4).u16(3).u16(18).u8(2).u8(8).u16(1).u8(2)
            .u8(255).u16(0);
        Bytes report = new Bytes().u8(1).u16(2020).u8(1, 2, 3, 4, 5).u8(2).u8(1).u16(6).text("Sinus\0").u8(2).u16(3)
            .text("LAD");
        Recording recording = read(new ScpFile().section(1, patient).section(8, report).leads(false, 1, 1)
            .samples(6, 1000, 2000, 0, false, ScpFile.plain(1)));
        assertEquals(new Patient("P-17", 1.5, Sex.FEMALE), recording.patient());
        assertEquals(new Diagnoses(true, List.of("Sinus", "LAD")), recording.diagnoses());
        Bytes dates = new Bytes().u8(5).u16(4).u16(1953).u8(5, 8).u8(25).u16(4).u16(2002).u8(5, 7).u8(255).u16(0);
        assertEquals(48, read(new ScpFile().section(1, dates).leads(false, 1, 1)
            .samples(6, 1000, 2000, 0, false, ScpFile.plain(1))).patient().ageYears());
    }

    @Test
    void whatCannotBeDecodedIsRefused() {
        assertTrue(refusal(new ScpFile().leads(false, 1, 4_000_000_000L)
            .samples(6, 1000, 2000, 0, false, ScpFile.plain(1))).contains("2 bytes can't hold the 4000000000 samples"));
        assertTrue(refusal(new ScpFile().section(2, DEFAULT_CODE).leads(false, 1, 9)
            .samples(6, 1000, 2000, 0, false, ScpFile.bits("100 100 111111111")))
            .contains("lead I ends after 2 of 9 samples"));
        assertTrue(refusal(new ScpFile().leads(true, 1, 1).samples(6, 1000, 2000, 0, false, ScpFile.plain(1)))
            .contains("reference beat, which the file lacks"));
        assertTrue(refusal(new ScpFile().samples(6, 1000, 2000, 0, false, ScpFile.plain(1)))
            .contains("section 3, the leads, is missing"));
        assertTrue(refusal(new ScpFile().leads(false, 1, 1).samples(6, 0, 2000, 0, false, ScpFile.plain(1)))
            .contains("make no signal"));
    }

    @Test
    void filesThatOnlyResembleTheFormatAreRefused() throws IOException {
        for (String name : List.of("healforce_62.SCP", "healforce_63.SCP")) {
            Path file = TestData.path("formats/scp/" + name);
            ReadException e = assertThrows(ReadException.class, () -> RecordReader.readAny(file));
            assertTrue(e.getMessage().startsWith(name + ": not an ECG file of a known format"), e.getMessage());
        }
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        Bytes zones = new Bytes().u16(8, 2, 1).u16(0).u32(9, 10, 11).u32(9, 11);
        Mutations.check(folder.resolve("r.scp"), withBeat(zones).section(2, DEFAULT_CODE).leads(true, 1, 17)
            .samples(5, 2000, 2000, 0, false, ScpFile.bits("100 101 1100 1101"))
            .samples(6, 1000, 8000, 1, true, ScpFile.bits("100 100 0 0 1101 1100 0 100 100")).bytes());
    }
}
