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
import org.physioclr.core.read.edf.EdfAnnotation;
import org.physioclr.core.read.edf.EdfRecording;
import org.physioclr.testing.TestData;

class EdfTest {

    private static final String[] ANNOTATIONS = {"EDF Annotations", "", "-1", "1", "-32768", "32767", "20"};

    @TempDir
    private Path folder;

    private Path write(EdfFile file) throws IOException {
        return Files.write(folder.resolve("r.edf"), file.bytes());
    }

    private Recording read(EdfFile file) throws IOException {
        return RecordReader.readAny(write(file));
    }

    /** 4 and 2 samples a second: one step is 0.5 mV, and digital 0 is 1 mV; 10 uV a step. */
    private static EdfFile twoSignals() {
        return new EdfFile().signal("ECG I", "mV", "-49", "51", "-100", "100", "4")
            .signal("V1", "uV", "-1000", "1000", "-100", "100", "2");
    }

    private static EdfFile withPauses() {
        EdfFile file = twoSignals().signal(ANNOTATIONS);
        file.reserved = "EDF+D";
        return file;
    }

    @Test
    void signalsOfDifferentRatesAreScaled() throws IOException {
        Recording recording = read(twoSignals().record(0, 1, 2, 3, 10, -10).record(4, 5, 6, 7, 20, -20));
        Channel first = recording.channels().get(0);
        Channel second = recording.channels().get(1);
        assertEquals(4, first.rateHz());
        assertEquals(2, second.rateHz());
        assertArrayEquals(new double[] {1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5}, first.physical(), 1e-12);
        assertArrayEquals(new double[] {100, -100, 200, -200}, second.physical(), 1e-12);
        assertEquals("uV", second.unit());
        assertEquals(List.of(), recording.warnings());
    }

    @Test
    void aPauseBecomesMissingSamples() throws IOException {
        Recording recording = read(withPauses().record("+5\24\24\0", 1, 2, 3, 4, 1, 2)
            .record("+7\24\24\0+7.5\0251\24fell asleep\24\0", 5, 6, 7, 8, 3, 4));
        double[] first = recording.channels().get(0).physical();
        assertEquals(12, first.length);
        for (int i = 0; i < 12; i++) {
            double expected = i < 4 ? 1.5 + 0.5 * i : i < 8 ? Double.NaN : 3.5 + 0.5 * (i - 8);
            assertEquals(expected, first[i], 1e-12);
        }
        assertEquals(6, recording.channels().get(1).physical().length);
        assertEquals(List.of("7.5 s for 1.0 s: fell asleep"), recording.comments());
    }

    @Test
    void recordsThatOverlapOrGiveNoOnsetAreRefused() {
        ReadException overlap = assertThrows(ReadException.class, () -> read(
            withPauses().record("+5\24\24\0", 1, 2, 3, 4, 1, 2).record("+5.4\24\24\0", 5, 6, 7, 8, 3, 4)));
        assertTrue(overlap.getMessage().contains("data record 2: it begins before"), overlap.getMessage());
        ReadException none = assertThrows(ReadException.class,
            () -> read(withPauses().record("+5\24note\24\0", 1, 2, 3, 4, 1, 2)));
        assertTrue(none.getMessage().contains("onset is missing"), none.getMessage());
    }

    @Test
    void aPauseCannotAskForMoreMemoryThanTheFileIsWorth() {
        ReadException e = assertThrows(ReadException.class, () -> read(
            withPauses().record("+0\24\24\0", 1, 2, 3, 4, 1, 2).record("+1e9\24\24\0", 5, 6, 7, 8, 3, 4)));
        assertTrue(e.getMessage().contains("Cut it at the gaps."), e.getMessage());
    }

    @Test
    void thePatientIsKnownFromEdfPlusFields() throws IOException {
        EdfFile file = twoSignals().record(0, 0, 0, 0, 0, 0);
        file.reserved = "EDF+C";
        file.patient = "MCH-0234567 F 02-MAY-1951 Haagse_Harry";
        file.recording = "Startdate 02-MAR-2002 EMG561 BK/JOP Sony._MNC_R_Median_Nerve.";
        assertEquals(new Patient("MCH-0234567", 50, Sex.FEMALE), read(file).patient());
        file.patient = "X X X X";
        assertEquals(Patient.UNKNOWN, read(file).patient());
    }

    @Test
    void aFileOfAnnotationsAloneHasNoChannels() throws IOException {
        Path file = TestData.path("formats/edf/test_edfann.edf");
        Recording recording = RecordReader.readAny(file);
        assertEquals(List.of(), recording.channels());
        List<EdfAnnotation> annotations = EdfRecording.annotations(file);
        assertEquals(new EdfAnnotation(33.43, 0, "Lights off@@EEG F4-A1"), annotations.get(2));
        assertEquals(annotations.size(), recording.comments().size());
    }

    @Test
    void fewerRecordsThanTheFileHoldsAreAWarning() throws IOException {
        EdfFile file = twoSignals().record(0, 1, 2, 3, 4, 5).record(0, 1, 2, 3, 4, 5);
        file.count = "1";
        Recording recording = read(file);
        assertEquals(4, recording.channels().get(0).physical().length);
        assertEquals(List.of("the file holds 2 data records but announces 1"), recording.warnings());
    }

    @Test
    void aHeaderCannotAskForMoreThanTheFileHolds() {
        EdfFile file = new EdfFile().signal("I", "mV", "-1", "1", "-9", "9", "99999999").record(1, 2);
        ReadException e = assertThrows(ReadException.class, () -> read(file));
        assertTrue(e.getMessage().contains("the file holds no whole data record"), e.getMessage());
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        Mutations.check(folder.resolve("r.edf"), withPauses().record("+5\24\24\0", 1, 2, 3, 4, 1, 2)
            .record("+7\24\24\0+7.5\0251\24fell asleep\24\0", 5, 6, 7, 8, 3, 4).bytes());
    }
}
