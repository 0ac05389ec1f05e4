package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.testing.TestData;

class TextTest {

    private static final TextOptions AT_100_HZ = new TextOptions(OptionalDouble.of(100), TextOptions.Unit.BY_SIZE,
        TextOptions.FirstRow.AUTOMATIC, TextOptions.FirstColumn.AUTOMATIC);

    @TempDir
    private Path folder;

    private Recording read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8, TextOptions.DEFAULT);
    }

    private Recording read(String text, Charset charset, TextOptions options) throws IOException {
        return RecordReader.readAny(Files.write(folder.resolve("t.csv"), text.getBytes(charset)), options);
    }

    private Recording readAt100Hz(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8, AT_100_HZ);
    }

    private String refusal(String text) {
        return assertThrows(ReadException.class, () -> read(text)).getMessage();
    }

    private static void assertChannel(Recording recording, int channel, String name, String unit, double rateHz,
            double... samples) {
        Channel actual = recording.channels().get(channel);
        assertEquals(name, actual.name());
        assertEquals(unit, actual.unit());
        assertEquals(rateHz, actual.rateHz());
        assertArrayEquals(samples, actual.physical());
    }

    @Test
    void unitsAndTimeAreTakenFromTheHeadings() throws IOException {
        Recording recording = read("time [ms],I [mV],ECG II (\u00B5V),Resp_s\n0,0.1,100,1\n2,0.2,,2\n4,NaN,300,3\n");
        assertChannel(recording, 0, "I", "mV", 500, 0.1, 0.2, Double.NaN);
        assertChannel(recording, 1, "ECG II", "\u00B5V", 500, 100, Double.NaN, 300);
        assertEquals(List.of(), recording.warnings());
    }

    @Test
    void clockTimesAndARowOfUnitsAreUnderstood() throws IOException {
        Recording recording = read("'Elapsed time','MLII','V5'\n'hh:mm:ss.mmm','mV','mV'\n'0:00.000',-0.145,-0.065\n"
            + "'0:00.003',-0.145,-0.065\n'0:00.006',-0.145,-0.065\n'0:00.008',-0.12,-0.08\n'0:00.011',-0.1,-0.1\n");
        assertEquals(2, recording.channels().size());
        assertEquals("MLII", recording.channels().get(0).name());
        assertEquals(4 / 0.011, recording.channels().get(0).rateHz(), 1);
        assertEquals(-0.08, recording.channels().get(1).physical()[3]);
    }

    @Test
    void roundedInstantsStillGiveAWholeRate() throws IOException {
        StringBuilder text = new StringBuilder("time,I [mV]\n");
        for (int i = 0; i < 1000; i++) {
            text.append(Math.round(1000.0 * i / 360) / 1000.0).append(",0.1\n");
        }
        assertEquals(360, read(text.toString()).channels().get(0).rateHz());
    }

    @Test
    void theDecimalCommaIsKnownFromTheCells() throws IOException {
        assertChannel(readAt100Hz("Zeit;I;II\n0,000;0,5;1\n0,004;-0,25;-1e-1\n"), 0, "I", "mV",
            250, 0.5, -0.25);
        assertChannel(readAt100Hz("ECG\n0,5\n-0,25\n"), 0, "ECG", "mV", 100, 0.5, -0.25);
        assertChannel(readAt100Hz("I\t\"II\"\n0,5\t1\n0,25\t2\n"), 1, "II", "mV", 100, 1, 2);
    }

    @Test
    void runsOfBlanksSeparateCells() throws IOException {
        Recording recording = read("# sampling rate: 250 Hz\n  I    II\n 0.1  -0.2\n 0.15 10\n");
        assertChannel(recording, 1, "II", "mV", 250, -0.2, 10);
        assertEquals(List.of("sampling rate: 250 Hz"), recording.comments());
    }

    @Test
    void leadsMayLieInRows() throws IOException {
        Recording recording = read("time,0,0.01,0.02\nI,0.1,0.2,0.3\nV1,1,2,3\n");
        assertChannel(recording, 0, "I", "mV", 100, 0.1, 0.2, 0.3);
        assertChannel(recording, 1, "V1", "mV", 100, 1, 2, 3);
    }

    @Test
    void theUnitIsGuessedBySizeAndRemarked() throws IOException {
        Recording microvolts = readAt100Hz("I,II\n-300,5\n900,10\n");
        assertEquals("uV", microvolts.channels().get(1).unit());
        assertEquals(List.of("the unit is not stated; taken as uV by the signal's size"), microvolts.warnings());
        assertEquals("V", readAt100Hz("I\n-0.0003\n0.0009\n").channels().get(0).unit());
        ReadException e = assertThrows(ReadException.class, () -> readAt100Hz("I\n0\n50\n"));
        assertTrue(e.getMessage().contains("a span of 50.0 fits none"), e.getMessage());
    }

    @Test
    void whatIsNotSaidIsAskedFor() {
        assertEquals("t.csv: nothing in the table tells its sampling rate. Give the sampling rate of text files in the "
            + "reader's options, or add a column time [s].", refusal("I\n0.1\n0.2\n"));
        assertTrue(refusal("sample,I\n0,0.1\n1,0.2\n").contains("nothing in the table tells its sampling rate"));
        assertTrue(refusal("time,I\n0,0.1\n1,0.2\n").contains("nothing in the table tells its sampling rate"));
        assertTrue(refusal("time,I\n0,1\n0.01,1\n0.02,1\n0.035,1\n0.04,1\n").contains("row 4 of the samples"));
    }

    @Test
    void latinLettersAndSixteenBitTextAreRead() throws IOException {
        assertChannel(read("I [\u00B5V]\n1\n", StandardCharsets.ISO_8859_1, AT_100_HZ), 0, "I", "\u00B5V", 100, 1);
        assertChannel(read("\uFEFFI [mV]\n1\n", StandardCharsets.UTF_16LE, AT_100_HZ), 0, "I", "mV", 100, 1);
    }

    @Test
    void theFourLayoutsOfOneEcgGiveEqualSignals() throws IOException {
        List<Channel> truth = read("ptbxl_lr_header_comma.csv", AT_100_HZ).channels();
        for (String file : List.of("ptbxl_lr_time_semicolon_decimalcomma.csv", "ptbxl_lr_noheader_tab_uV.tsv",
                "ptbxl_lr_transposed_leads_in_rows.csv")) {
            List<Channel> channels = read(file, AT_100_HZ).channels();
            double scale = file.contains("uV") ? 1e-3 : 1;
            assertEquals(scale == 1 ? "mV" : "uV", channels.get(0).unit());
            for (int lead = 0; lead < 12; lead++) {
                assertEquals(truth.get(lead).name().toUpperCase(), channels.get(lead).name().toUpperCase());
                double[] samples = channels.get(lead).physical().clone();
                for (int i = 0; i < samples.length; i++) {
                    samples[i] *= scale;
                }
                assertArrayEquals(truth.get(lead).physical(), samples, 1e-12, file);
            }
        }
    }

    private static Recording read(String file, TextOptions options) throws IOException {
        return RecordReader.readAny(TestData.path("formats/csv/" + file), options);
    }

    @Test
    void aTableWithoutNamesMayCountInItsFirstColumn() throws IOException {
        Recording recording = read("neurokit_good_4000.csv", AT_100_HZ);
        assertEquals(1, recording.channels().size());
        assertEquals(50_000, recording.channels().get(0).physical().length);
        assertEquals(-0.050811767578125, recording.channels().get(0).physical()[0]);
    }

    private static Optional<FileFormat> formatOf(String text) {
        return FileFormat.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tablesOfEcgsAreToldFromOtherTables() throws IOException {
        for (String file : List.of("formats/csv/neurokit_ecg_1000hz.csv", "formats/csv/neurokit_good_4000.csv",
                "formats/csv/ptbxl_lr_time_semicolon_decimalcomma.csv", "formats/csv/ptbxl_lr_noheader_tab_uV.tsv",
                "formats/csv/ptbxl_lr_transposed_leads_in_rows.csv", "malformed/csv/csv_header_only.csv",
                "malformed/csv/csv_text_cell.csv", "malformed/csv/csv_utf8_bom.csv")) {
            assertEquals(Optional.of(FileFormat.CSV), RecordReader.formatOf(TestData.path(file)), file);
        }
        for (String file : List.of("formats/csv/neurokit_good_4000_annotation.csv", "index.csv", "mitdb/beats.csv",
                "formats/expected_values.csv", "formats/expected_annotations.csv", "malformed/index.csv",
                "ecg12/ludb/delineation_truth.csv", "README.md", "ATTRIBUTION.md")) {
            assertEquals(Optional.empty(), RecordReader.formatOf(TestData.path(file)), file);
        }
        assertEquals(Optional.empty(), formatOf("record,AF,SB\na,1,0\nb,0,\n"));
        assertEquals(Optional.empty(), formatOf("ecg_id,patient_id,age\n1,15709,56\n2,13243,19\n"));
        assertEquals(Optional.empty(), formatOf("record,I,II,V1\na,0.1,0.2,0.3\n"));
        assertEquals(Optional.empty(), formatOf("1,0,1\n2,1,0\n3,1,1\n"));
        assertEquals(Optional.empty(), formatOf("812\n804\n795\n"));
    }

    @Test
    void hugeLinesAndManyColumnsEndQuickly() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertTrue(refusal("x,".repeat(2_000_000)).contains("more than 1024 signals"));
            refusal("#" + "sampl".repeat(400_000) + "\nI\n1\n");
            refusal("(".repeat(500_000) + " ".repeat(500_000) + "\n1\n");
            refusal("\"".repeat(1_000_000) + "\n1\n");
        });
    }

    @Test
    void damagedTablesAreReadOrRefused() {
        Mutations.check(folder.resolve("t.csv"), ("time;I;II [uV]\n0,00;0,1;100\n0,01;0,2;\n0,02;-1e-3;7\n")
            .getBytes(StandardCharsets.UTF_8));
    }
}
