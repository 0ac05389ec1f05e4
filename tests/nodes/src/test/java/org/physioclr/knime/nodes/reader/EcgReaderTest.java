package org.physioclr.knime.nodes.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.cell.EcgCell;

/** The ECG Reader on files that the test writes. */
class EcgReaderTest {

    private static final List<String> CINC_26 = List.of("AF", "AFL", "BBB", "Brady", "LBBB", "RBBB", "IAVB", "IRBBB",
        "LAD", "LAnFB", "LPR", "LQRSV", "LQT", "NSIVCB", "NSR", "PAC", "PR", "PRWP", "PVC", "QAb", "RAD", "SA", "SB",
        "STach", "TAb", "TInv");

    @TempDir
    private Path folder;
    private Path data;
    private WfdbFiles files;

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        files = new WfdbFiles(data);
    }

    private NodeRun reader() {
        return new NodeRun(EcgReaderFactory.class.getName(), folder.resolve("tables")).set("source/file", data);
    }

    @Test
    void theColumnsAreKnownBeforeAnythingIsRead() throws IOException {
        files.write("a", 100, "");
        DataTableSpec spec = reader().configure().tableSpec("ECGs");
        List<String> about = List.of("ECG", "Patient", "Record", "Start [s]", "Age [y]", "Sex", "Rate [Hz]",
            "Duration [s]", "Leads", "Quality", "Diagnoses");
        assertEquals(about, spec.stream().limit(11).map(column -> column.getName()).toList());
        List<DataType> types = List.of(EcgCell.TYPE, StringCell.TYPE, StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE,
            StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, StringCell.TYPE, StringCell.TYPE,
            SetCell.getCollectionType(StringCell.TYPE));
        assertEquals(types, spec.stream().limit(11).map(column -> column.getType()).toList());
        assertEquals(CINC_26, spec.stream().skip(11).map(column -> column.getName()).toList());
        assertTrue(spec.stream().skip(11).allMatch(column -> column.getType().equals(IntCell.TYPE)));
        NodeResult read = reader().execute();
        assertEquals(spec.stream().map(column -> column.getName()).toList(), read.content("ECGs").columns());
        assertEquals(List.of("File", "Format", "Reason"), read.content("Rejected files").columns());
    }

    @Test
    void aRowSaysWhatTheFileSays() throws IOException {
        files.write("sub/a", 250, "#Age: 61\n#Sex: Female\n#Dx: 164889003,59118001\n");
        TableContent ecgs = reader().execute().content("ECGs");
        assertEquals(List.of("sub/a"), ecgs.keys());
        Map<String, Object> expected = Map.of("Record", "sub/a", "Start [s]", 0.0, "Age [y]", 61.0, "Sex", "female",
            "Rate [Hz]", 100.0, "Duration [s]", 2.5, "Leads", "I, II, III, aVR, aVL, aVF", "Diagnoses",
            List.of("AF", "RBBB"));
        expected.forEach((column, value) -> assertEquals(value, ecgs.at(0, column), column));
        assertNull(ecgs.at(0, "Patient"));
        assertTrue(((String) ecgs.at(0, "Quality")).startsWith("missing: V1, V2"), (String) ecgs.at(0, "Quality"));
        for (String label : CINC_26) {
            assertEquals(List.of("AF", "RBBB").contains(label) ? 1 : 0, ecgs.at(0, label), label);
        }
    }

    @Test
    void theCellHoldsTheSignalInMillivolts() throws IOException {
        files.write("a", 250, "");
        EcgRecord ecg = Ecgs.of(reader().execute().table("ECGs")).get("a");
        assertEquals(Lead.TWELVE, ecg.leads());
        assertEquals(100, ecg.rateHz());
        assertEquals("a", ecg.id());
        for (int i = 0; i < 250; i++) {
            float two = WfdbFiles.units(0, i) / 1000f;
            float one = WfdbFiles.units(1, i) / 1000f;
            assertEquals(one, ecg.samplesMv()[0][i], 1e-6f);
            assertEquals(two, ecg.samplesMv()[1][i], 1e-6f);
            assertEquals(two - one, ecg.samplesMv()[2][i], 1e-6f); // Einthoven: III = II - I
            assertTrue(Float.isNaN(ecg.samplesMv()[6][i]), "V1 was not recorded");
        }
    }

    @Test
    void asRecordedKeepsTheFilesLeads() throws IOException {
        files.write("a", 100, "");
        NodeResult read = reader().set("leads", "AS_RECORDED").execute();
        assertEquals(List.of(Lead.II, Lead.I), Ecgs.of(read.table("ECGs")).get("a").leads());
        assertEquals("II, I", read.content("ECGs").at(0, "Leads"));
    }

    @Test
    void withoutADiagnosisLineLabelsAreMissingAndWithAnEmptyOneTheyAre0() throws IOException {
        files.write("empty", 100, "#Dx:\n");
        files.write("none", 100, "#Age: 50\n");
        TableContent ecgs = reader().execute().content("ECGs");
        for (String label : CINC_26) {
            assertEquals(0, ecgs.at("empty", label), label);
            assertNull(ecgs.at("none", label), label);
        }
        assertEquals(List.of(), ecgs.at("empty", "Diagnoses"));
        assertNull(ecgs.at("none", "Diagnoses"));
    }

    @Test
    void allFoundGivesTheLabelsThatOccurAfterExecutionOnly() throws IOException {
        files.write("a", 100, "#Dx: 164889003,111975006\n");
        files.write("b", 100, "#Dx: 999999999\n");
        files.write("c", 100, "");
        NodeRun reader = reader().set("labelScheme", "ALL_FOUND");
        assertNull(reader.configure().spec("ECGs"));
        TableContent ecgs = reader.execute().content("ECGs");
        assertEquals(List.of("999999999", "AF", "LQT"), ecgs.columns().subList(11, ecgs.columns().size()));
        assertEquals(Arrays.asList(0, 1, null), ecgs.column("999999999"));
        assertEquals(Arrays.asList(1, 0, null), ecgs.column("AF"));
        assertEquals(Arrays.asList(1, 0, null), ecgs.column("LQT"));
    }

    @Test
    void labelsFromNowhereGiveNoColumnButLeaveTheDiagnoses() throws IOException {
        files.write("a", 100, "#Dx: 164889003\n");
        NodeRun reader = reader().set("labelSource", "NONE");
        assertEquals(11, reader.configure().tableSpec("ECGs").getNumColumns());
        TableContent ecgs = reader.execute().content("ECGs");
        assertEquals(11, ecgs.columns().size());
        assertEquals(List.of("AF"), ecgs.at("a", "Diagnoses"));
    }

    @Test
    void aLabelFileGivesItsColumnsAndPatients() throws IOException {
        files.write("x/a", 100, "#Dx: 164889003\n");
        files.write("x/b", 100, "");
        files.write("x/c", 100, "#Dx: 164889003\n");
        Path csv = Files.writeString(folder.resolve("labels.csv"), "record,patient,MI,HYP\na,p7,1,\nx/b,,0,1\n");
        NodeRun reader = reader().set("labelSource", "FILE").set("labels/file", csv);
        NodeResult read = reader.execute();
        TableContent ecgs = read.content("ECGs");
        assertEquals(List.of("MI", "HYP"), ecgs.columns().subList(11, ecgs.columns().size()));
        assertEquals(Arrays.asList(1, 0, null), ecgs.column("MI"));
        assertEquals(Arrays.asList(null, 1, null), ecgs.column("HYP"));
        assertEquals(Arrays.asList("p7", null, null), ecgs.column("Patient"));
        assertEquals(List.of("2 records have no known patient and count as patients of their own (x/b, x/c)"),
            read.warnings());
        assertEquals("p7", Ecgs.of(read.table("ECGs")).get("x/a").patient());
    }

    @Test
    void diagnosesAreTheHeadersWhereverLabelsComeFrom() throws IOException {
        files.write("a", 100, "#Dx: 164889003\n");
        files.write("b", 100, "");
        files.write("c", 100, "#Dx: 164889003\n");
        Path csv = Files.writeString(folder.resolve("labels.csv"), "record,MI\na,1\nb,0\n");
        TableContent ecgs =
            reader().set("labelSource", "FILE").set("labels/file", csv).execute().content("ECGs");
        assertEquals(Arrays.asList(List.of("AF"), null, List.of("AF")), ecgs.column("Diagnoses"));
    }

    @Test
    void aLabelFileOfPatientsAloneGivesNoLabels() throws IOException {
        files.write("a", 100, "#Dx: 164889003\n");
        Path csv = Files.writeString(folder.resolve("patients.csv"), "record,patient\na,p1\n");
        NodeResult read = reader().set("labelSource", "FILE").set("labels/file", csv).execute();
        assertEquals(11, read.content("ECGs").columns().size());
        assertEquals("p1", read.content("ECGs").at("a", "Patient"));
        assertEquals(List.of(), read.warnings());
    }

    @Test
    void aLabelFileThatCantBeUsedSaysWhichAndWhatToDo() throws IOException {
        files.write("a", 100, "");
        Path csv = Files.writeString(folder.resolve("labels.csv"), "record,MI\na,yes\n");
        assertEquals("labels.csv, line 2: column MI holds \"yes\". A label is 1, 0 or empty.",
            reader().set("labelSource", "FILE").set("labels/file", csv).execute().failure());
        Path none = folder.resolve("none.csv");
        assertEquals("There is no label file " + none + ". Choose another one in the dialog.",
            reader().set("labelSource", "FILE").set("labels/file", none).configure().failure());
    }

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
        assertEquals(List.of("1 files were rejected, see the second output (b.hea)"), read.warnings());
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
    void aClassThatADataSetNeverAnnotatedIsMissingNotAbsent() throws IOException {
        files.write("A0001", 100, "#Dx: 164889003\n"); // of CPSC 2018, which did not look for sinus bradycardia
        assertEquals(0, reader().execute().content("ECGs").at("A0001", "SB"));
        TableContent known = reader().set("labelSource", "DATA_SET").set("dataSet", "CINC_2021").execute()
            .content("ECGs");
        assertEquals(1, known.at("A0001", "AF"));
        assertEquals(null, known.at("A0001", "SB"));
        NodeResult lacking = reader().set("labelSource", "DATA_SET").set("dataSet", "PTB_XL").execute();
        assertTrue(lacking.failure().contains("ptbxl_database.csv"), lacking.failure());
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
    void windowsAreRowsOfTheirOwnThatNameTheirRecord() throws IOException {
        files.write("r", 640, "#Dx: 164889003\n");
        files.write("s", 530, "");
        NodeResult read = reader().set("length", "WINDOWS").set("lengthSeconds", 2.0).execute();
        TableContent ecgs = read.content("ECGs");
        // r: 3 windows and a rest of 0.4 s; s: 2 windows and a rest of 1.3 s, which covers half a window and is filled up
        assertEquals(List.of("r#0", "r#1", "r#2", "s#0", "s#1", "s#2"), ecgs.keys());
        assertEquals(List.of("r", "r", "r", "s", "s", "s"), ecgs.column("Record"));
        assertEquals(List.of(0.0, 2.0, 4.0, 0.0, 2.0, 4.0), ecgs.column("Start [s]"));
        assertEquals(Collections.nCopies(6, 2.0), ecgs.column("Duration [s]"));
        assertEquals(1, ecgs.at("r#2", "AF"));
        Map<String, EcgRecord> signals = Ecgs.of(read.table("ECGs"));
        assertEquals("r", signals.get("r#1").id());
        assertEquals(WfdbFiles.units(1, 405) / 1000f, signals.get("r#2").samplesMv()[0][5], 1e-6f);
        float[] last = signals.get("s#2").samplesMv()[0];
        assertEquals(WfdbFiles.units(1, 529) / 1000f, last[129], 1e-6f);
        assertTrue(Float.isNaN(last[130]) && Float.isNaN(last[199]));
    }

    @Test
    void cropOrPadGivesAllTheSameLength() throws IOException {
        files.write("long", 300, "");
        files.write("short", 100, "");
        NodeResult read = reader().set("length", "CROP_OR_PAD").set("lengthSeconds", 2.0).execute();
        assertEquals(List.of("long", "short"), read.content("ECGs").keys());
        Map<String, EcgRecord> ecgs = Ecgs.of(read.table("ECGs"));
        assertEquals(200, ecgs.get("long").length());
        assertEquals(200, ecgs.get("short").length());
        assertEquals(WfdbFiles.units(0, 199) / 1000f, ecgs.get("long").samplesMv()[1][199], 1e-6f);
        assertEquals(WfdbFiles.units(0, 99) / 1000f, ecgs.get("short").samplesMv()[1][99], 1e-6f);
        assertTrue(Float.isNaN(ecgs.get("short").samplesMv()[1][100]));
    }

    @Test
    void everyRecordIsResampledToTheRate() throws IOException {
        files.write("a", 300, "");
        NodeResult read = reader().set("rateHz", 50.0).execute();
        assertEquals(50.0, read.content("ECGs").at("a", "Rate [Hz]"));
        assertEquals(3.0, read.content("ECGs").at("a", "Duration [s]"));
        assertEquals(150, Ecgs.of(read.table("ECGs")).get("a").length());
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
    void thePatientMayBeTheFolderOrTheRecord() throws IOException {
        files.write("patient1/a", 100, "");
        files.write("patient1/b", 100, "");
        files.write("c", 100, "");
        NodeResult byFolder = reader().set("patientSource", "PARENT_FOLDER").execute();
        assertEquals(Arrays.asList(null, "patient1", "patient1"), byFolder.content("ECGs").column("Patient"));
        assertEquals(List.of("1 records have no known patient and count as patients of their own (c)"),
            byFolder.warnings());
        NodeResult byRecord = reader().set("patientSource", "RECORD").execute();
        assertEquals(List.of("c", "patient1/a", "patient1/b"), byRecord.content("ECGs").column("Patient"));
        assertEquals(List.of(), byRecord.warnings());
    }
}
