package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.read.ScpFile.Bytes;
import org.physioclr.testing.TestData;

class DicomTest {

    private static final DicomFile EXPLICIT = new DicomFile(true);
    private static final DicomFile IMPLICIT = new DicomFile(false);

    @TempDir
    private Path folder;

    private Recording read(byte[] file) throws IOException {
        return RecordReader.readAny(Files.write(folder.resolve("r.dcm"), file));
    }

    private String refusal(byte[] file) {
        return assertThrows(ReadException.class, () -> read(file)).getMessage();
    }

    private static byte[] twoLeads(DicomFile dicom) {
        byte[][] channels = {dicom.channel("Lead I (Einthoven)", "2.5", "0"), dicom.channel("Lead II", "1", "-10")};
        byte[] waveforms = dicom.sequence(0x5400, 0x100,
            dicom.group("0", "RHYTHM", -32768, channels, 1, 2, -3, 4, -32768, 6),
            dicom.group("0", "MEDIAN BEAT", 0, channels, 0, 8));
        return dicom.file(dicom.text(8, 0x20, "DA", "20200301"), dicom.text(0x10, 0x20, "LO", "P1"),
            dicom.text(0x10, 0x30, "DA", "19600302"), dicom.text(0x10, 0x40, "CS", "F"),
            dicom.sequence(0x40, 0xB020, dicom.text(0x70, 6, "ST", "Sinus rhythm"), new byte[0]), waveforms);
    }

    @Test
    void bothRepresentationsGiveTheSameRecording() throws IOException {
        for (DicomFile dicom : List.of(EXPLICIT, IMPLICIT)) {
            Recording recording = read(twoLeads(dicom));
            assertEquals(4, recording.channels().size());
            Channel first = recording.channels().get(0);
            assertEquals("Lead I (Einthoven)", first.name());
            assertEquals("uV", first.unit());
            assertEquals(500, first.rateHz());
            assertArrayEquals(new double[] {2.5, -7.5, Double.NaN}, first.physical());
            assertArrayEquals(new double[] {-8, -6, -4}, recording.channels().get(1).physical());
            assertEquals(Content.REPRESENTATIVE_BEAT, recording.channels().get(2).content());
            assertArrayEquals(new double[] {0}, recording.channels().get(2).physical());
            assertEquals(new Patient("P1", 59, Sex.FEMALE), recording.patient());
            assertEquals(new Diagnoses(true, List.of("Sinus rhythm")), recording.diagnoses());
        }
    }

    @Test
    void groupsOneAfterTheOtherShareOneAxisOfTime() throws IOException {
        byte[][] first = {EXPLICIT.channel("Lead I", "1", "0")};
        byte[][] second = {EXPLICIT.channel("Lead II", "1", "0")};
        Recording recording = read(EXPLICIT.file(EXPLICIT.sequence(0x5400, 0x100,
            EXPLICIT.group("0", "", 0, first, 1, 2), EXPLICIT.group("4", "", 0, second, 3, 4, 5))));
        double nan = Double.NaN;
        assertArrayEquals(new double[] {1, 2, nan, nan, nan}, recording.channels().get(0).physical());
        assertArrayEquals(new double[] {nan, nan, 3, 4, 5}, recording.channels().get(1).physical());
    }

    @Test
    void otherTransferSyntaxesAreNamedAndRefused() {
        assertTrue(refusal(EXPLICIT.file("1.2.840.10008.1.2.2")).contains("(explicit VR big endian) is not read"));
        assertTrue(refusal(EXPLICIT.file("1.2.840.10008.1.2.1.99")).contains("(deflated) is not read"));
        assertTrue(refusal(EXPLICIT.file("1.2.840.10008.1.2.4.50")).contains("(compressed or unknown) is not read"));
    }

    @Test
    void anImageIsRefused() {
        assertTrue(refusal(EXPLICIT.file(EXPLICIT.text(8, 0x16, "UI", "1.2.840.10008.5.1.4.1.1.7")))
            .contains("it holds no waveform (SOP class 1.2.840.10008.5.1.4.1.1.7)"));
    }

    @Test
    void aGroupCannotAskForMoreThanItHolds() {
        byte[][] channels = {EXPLICIT.channel("Lead I", "1", "0")};
        byte[] group = EXPLICIT.group("0", "", 0, channels, 1, 2);
        byte[] huge = DicomFile.join(EXPLICIT.element(0x3A, 0x10, "UL", new Bytes().u32(0xFFFFFFFFL).get()), group);
        assertTrue(refusal(EXPLICIT.file(EXPLICIT.sequence(0x5400, 0x100, huge)))
            .contains("4 bytes don't hold 4294967295 samples"));
        byte[] late = EXPLICIT.group("1e12", "", 0, channels, 1, 2);
        assertTrue(refusal(EXPLICIT.file(EXPLICIT.sequence(0x5400, 0x100, group, late)))
            .contains("with its gaps the recording would have"));
    }

    @Test
    void endlessNestingIsRefused() {
        byte[] nested = new byte[0];
        for (int i = 0; i < 100; i++) {
            nested = EXPLICIT.sequence(0x40, 0xB020, nested);
        }
        byte[] file = EXPLICIT.file(nested);
        assertTrue(refusal(file).contains("nested more than 16 deep"));
    }

    @Test
    void oneEcgInThreeFormatsGivesEqualSignals() throws IOException {
        Recording dicom = RecordReader.readAny(TestData.path("formats/dicom/Example_ecgtoolkit.dcm"));
        Recording scp = RecordReader.readAny(TestData.path("formats/scp/Example_ecgtoolkit.scp"));
        assertEquals(dicom.patient(), scp.patient());
        TwinRecordings.assertEqualSignals(dicom, scp);
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        Mutations.check(folder.resolve("r.dcm"), twoLeads(EXPLICIT));
        Mutations.check(folder.resolve("r.dcm"), twoLeads(IMPLICIT));
    }
}
