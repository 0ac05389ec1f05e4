package org.physioclr.knime.nodes.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.knime.nodes.Ecgs;

/** Which files the ECG Reader takes and how it refuses the others, on files that the test writes. */
class EcgReaderFilesTest extends MadeRecords {

    @Test
    void aBrokenFileAmongGoodOnesIsListedAndStopsNothing() throws IOException {
        files.write("a", 100, "#Dx: \n");
        files.write("b", 100, "");
        files.damage("b");
        files.write("c", 100, "");
        NodeResult read = reader().set("patientSource", "RECORD").execute();
        assertEquals(List.of("a", "c"), read.content("ECGs").keys());
        TableContent rejected = read.content("Rejected files");
        assertEquals(List.of("Row0"), rejected.keys());
        assertEquals(List.of(data.resolve("b.hea").toString(), "WFDB",
            "b.dat: it ends after 1 of 100 samples. The file is damaged or cut: download it again."),
            rejected.row(0));
        assertEquals(List.of("1 file was rejected, see the second output (b.hea)"), read.warnings());
    }

    @Test
    void ifAllAreRejectedTheNodeFailsWithTheFirstReason() throws IOException {
        files.write("a", 100, "");
        files.damage("a");
        Files.writeString(data.resolve("b.edf"), "0       " + "x".repeat(300));
        assertEquals("None of the 2 files in " + data + " could be read. The first: a.dat: it ends after 1 of 100 "
            + "samples. The file is damaged or cut: download it again.", reader().execute().failure());
    }

    @Test
    void whatIsNotThereIsRefusedWithARemedy() {
        Path none = folder.resolve("none");
        assertEquals("There is no file or folder " + none + ". Choose another one in the dialog.",
            reader().set("source/file", none).configure().failure());
        assertEquals("No folder or file is chosen. Choose the folder with the ECGs in the dialog.",
            reader().set("source/file", Path.of("")).configure().failure());
        assertEquals("There are no ECGs in " + data + ". Choose a folder that has some, or include subfolders.",
            reader().execute().failure());
    }

    @Test
    void subfoldersAreReadIfWished() throws IOException {
        files.write("a", 100, "");
        files.write("sub/b", 100, "");
        assertEquals(List.of("a", "sub/b"), reader().execute().content("ECGs").keys());
        assertEquals(List.of("a"), reader().set("recursive", false).execute().content("ECGs").keys());
    }

    @Test
    void aChosenFileStandsForItsFolderOrForItself() throws IOException {
        files.write("sub/a", 100, "");
        files.write("sub/b", 100, "");
        NodeRun reader = reader().set("source/file", data.resolve("sub/b.hea"));
        assertEquals(List.of("a", "b"), reader.execute().content("ECGs").keys());
        assertEquals(List.of("b"), reader.set("source/scope", "THIS_FILE").execute().content("ECGs").keys());
    }

    @Test
    void settingsOutOfRangeAreRefusedBeforeAnythingIsRead() throws IOException {
        files.write("a", 100, "");
        assertEquals("The target rate must lie between 0 and 100,000 Hz, not at -1.0 Hz. Change the setting in the "
            + "dialog.", reader().set("rateHz", -1.0).configure().failure());
        assertEquals("The length must lie between 0 and 1,000,000 s, not at 0.0. Change the setting in the dialog.",
            reader().set("length", "WINDOWS").set("lengthSeconds", 0.0).configure().failure());
    }

    @Test
    void aFolderIsRefusedWhereOneFileIsToBeRead() throws IOException {
        files.write("a", 100, "");
        NodeRun reader = reader().set("source/scope", "THIS_FILE");
        String refusal = data + " is a folder, and one file is to be read. Choose a file, or Whole folder in the "
            + "dialog.";
        assertEquals(refusal, reader.configure().failure());
        assertEquals(refusal, reader.execute().failure());
    }

    @Test
    void oneFileThatIsRejectedSaysWhy() throws IOException {
        files.write("a", 100, "");
        files.damage("a");
        assertEquals("a.dat: it ends after 1 of 100 samples. The file is damaged or cut: download it again.",
            reader().execute().failure());
    }

    @Test
    void whatATextFileDoesNotTellIsSet() throws IOException {
        String samples = IntStream.range(0, 200).mapToObj(i -> i % 50 * 10 + ";" + i % 20 * 10 + "\n")
            .collect(Collectors.joining());
        Files.writeString(data.resolve("a.csv"), "II;I\n" + samples);
        assertEquals("a.csv: nothing in the table tells its sampling rate. Give the sampling rate of text files in the "
            + "reader's options, or add a column time [s].", reader().execute().failure());
        NodeRun reader = reader().set("text/rateHz", 100.0).set("text/unit", "MICROVOLT").set("text/firstRow", "NAMES")
            .set("text/firstColumn", "SIGNAL");
        NodeResult read = reader.execute();
        assertEquals(100.0, read.content("ECGs").at("a", "Rate [Hz]"));
        assertEquals(2.0, read.content("ECGs").at("a", "Duration [s]"));
        EcgRecord ecg = Ecgs.of(read.table("ECGs")).get("a");
        assertEquals(0.49f, ecg.samplesMv()[ecg.leads().indexOf(Lead.II)][49], 1e-6f);
        assertEquals(0.09f, ecg.samplesMv()[ecg.leads().indexOf(Lead.I)][49], 1e-6f);
        assertEquals("The sampling rate of text files must lie between 0 and 1,000,000 Hz, not at -1.0 Hz. Change the "
            + "setting in the dialog.", reader.set("text/rateHz", -1.0).configure().failure());
    }
}
