package org.physioclr.knime.nodes.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.LabelColumns;

/** Labels, diagnoses and patients that the ECG Reader gives, on files that the test writes. */
class EcgReaderLabelsTest extends MadeRecords {

    @Test
    void withoutADiagnosisLineLabelsAreMissingAndWithAnEmptyOneTheyAre0() throws IOException {
        files.write("empty", 100, "#Dx:\n");
        files.write("none", 100, "#Age: 50\n");
        TableContent ecgs = reader().execute().content("ECGs");
        for (String label : EcgReaderTest.CINC_26) {
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
    void aClassThatADataSetNeverAnnotatedIsMissingNotAbsent() throws IOException {
        files.write("A0001", 100, "#Dx: 164889003\n"); // of CPSC 2018, which did not look for sinus bradycardia
        assertEquals(0, reader().execute().content("ECGs").at("A0001", "SB"));
        NodeRun cinc = reader().set("labelSource", "DATA_SET").set("dataSet", "CINC_2021");
        TableContent known = cinc.execute().content("ECGs");
        assertEquals(EcgTable.names(cinc.configure().tableSpec("ECGs")), known.columns());
        assertEquals(1, known.at("A0001", "AF"));
        assertEquals(null, known.at("A0001", "SB"));
        NodeResult lacking = reader().set("labelSource", "DATA_SET").set("dataSet", "PTB_XL").execute();
        assertTrue(lacking.failure().contains("ptbxl_database.csv"), lacking.failure());
    }

    @Test
    void thePatientMayBeTheFolderOrTheRecord() throws IOException {
        files.write("patient1/a", 100, "");
        files.write("patient1/b", 100, "");
        files.write("c", 100, "");
        NodeResult byFolder = reader().set("patientSource", "PARENT_FOLDER").execute();
        assertEquals(Arrays.asList(null, "patient1", "patient1"), byFolder.content("ECGs").column("Patient"));
        assertEquals(List.of("1 record has no known patient and counts as a patient of its own (c)"),
            byFolder.warnings());
        NodeResult byRecord = reader().set("patientSource", "RECORD").execute();
        assertEquals(List.of("c", "patient1/a", "patient1/b"), byRecord.content("ECGs").column("Patient"));
        assertEquals(List.of(), byRecord.warnings());
    }

    @Test
    void ptbXlGivesItsLabelsAndFoldsWhichAreKnownBeforeAnythingIsRead() throws IOException {
        files.write("records500/00000/00001_hr", 100, "");
        files.write("records500/00000/00002_hr", 100, "");
        files.write("records500/00000/00003_hr", 100, "");
        Files.writeString(data.resolve("ptbxl_database.csv"), "ecg_id,patient_id,age,sex,scp_codes,strat_fold\n"
            + "1,7.0,56,1,\"{'IMI': 100.0, 'LVH': 50.0, 'PVC': 0.0, 'SR': 0.0}\",10\n"
            + "2,8.0,300,0,\"{'NORM': 80.0, 'SBRAD': 0.0}\",3\n");
        Map<String, List<String>> labelsOfFirst = Map.of("PTB_XL", List.of("MI", "HYP"), "PTB_XL_SUBCLASS",
            List.of("IMI", "LVH"), "PTB_XL_DIAGNOSTIC", List.of("IMI", "LVH"), "PTB_XL_FORM", List.of("PVC"),
            "PTB_XL_RHYTHM", List.of("SR"), "PTB_XL_ALL", List.of("IMI", "LVH", "PVC", "SR"));
        for (Map.Entry<String, List<String>> set : labelsOfFirst.entrySet()) {
            NodeRun reader = reader().set("labelSource", "DATA_SET").set("dataSet", set.getKey());
            List<String> columns = EcgTable.names(reader.configure().tableSpec("ECGs"));
            TableContent ecgs = reader.execute().content("ECGs");
            assertEquals(columns, ecgs.columns(), set.getKey());
            assertEquals("Fold", columns.get(11));
            List<String> positive = columns.stream().skip(12).filter(c -> Integer.valueOf(1).equals(ecgs.at(0, c)))
                .toList();
            assertEquals(new TreeSet<>(set.getValue()), new TreeSet<>(positive), set.getKey());
            assertEquals(Arrays.asList(10, 3, null), ecgs.column("Fold"));
            assertEquals(Arrays.asList("7", "8", null), ecgs.column("Patient"));
        }
        NodeRun superclasses = reader().set("labelSource", "DATA_SET");
        assertEquals(Arrays.asList(0, 1, null), superclasses.execute().content("ECGs").column("NORM"));
        assertFalse(LabelColumns.isLabel(superclasses.configure().tableSpec("ECGs").getColumnSpec("Fold")));
    }

    @Test
    void aFoldThatCannotBeIsRefused() throws IOException {
        files.write("00001_hr", 100, "");
        Files.writeString(data.resolve("ptbxl_database.csv"), "ecg_id,patient_id,age,sex,scp_codes,strat_fold\n"
            + "1,7,56,1,\"{'NORM': 100.0}\",11\n");
        assertEquals("ptbxl_database.csv, line 2: column strat_fold holds 11, which is no fold from 1 to 10. Download "
            + "the table again.", reader().set("labelSource", "DATA_SET").execute().failure());
    }

    @Test
    void aLabelCalledLikeAColumnIsRefusedWithARemedy() throws IOException {
        files.write("a", 100, "#Dx: Quality\n");
        Path csv = Files.writeString(folder.resolve("labels.csv"), "record,Sex\na,1\n");
        assertEquals("A label is called \"Sex\", and there is another column of that name. Rename the label in the "
            + "label file.", reader().set("labelSource", "FILE").set("labels/file", csv).execute().failure());
        assertEquals("A record's diagnosis is \"Quality\", which is also the name of a column. Choose the label "
            + "columns CinC 2021 in the dialog, or correct the record's header.",
            reader().set("labelScheme", "ALL_FOUND").execute().failure());
    }
}
