package org.physioclr.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.testing.TestData;

class KnownDataSetTest {

    @TempDir
    private Path folder;

    private static List<NamedCsvRecord> rows(String table) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(TestData.path(table))) {
            return rows.stream().toList();
        }
    }

    private static PtbXl ptbXl(PtbXlLabels set) throws IOException {
        return PtbXl.read(TestData.path("ecg12/ptb-xl"), TestData.path("ecg12/ptb-xl/ptbxl_database_subset.csv"), set);
    }

    @Test
    void ptbXlsStatementsAndSuperclassesAreAsListed() throws IOException {
        PtbXl all = ptbXl(PtbXlLabels.ALL);
        PtbXl superclasses = ptbXl(PtbXlLabels.SUPERCLASS);
        int compared = 0;
        for (NamedCsvRecord row : rows("index.csv")) {
            if (row.getField("label_scheme").startsWith("SCP-ECG")) {
                Path file = Path.of(row.getField("file"));
                DataSetEntry entry = all.find(file);
                assertEquals(new TreeSet<>(Arrays.asList(row.getField("labels_raw").split(";"))),
                    new TreeSet<>(entry.labels().orElseThrow().positive()), file.toString());
                Set<String> expected = Arrays.stream(row.getField("labels_harmonised").split(";"))
                    .filter(label -> label.startsWith("sc:")).map(label -> label.substring(3))
                    .collect(Collectors.toSet());
                RecordLabels labels = superclasses.find(file).labels().orElseThrow();
                assertEquals(expected, labels.positive(), file.toString());
                assertEquals(!expected.isEmpty(), labels.annotated(), file.toString());
                assertEquals(row.getField("patient_group"), "PTBXLpat-" + entry.patient(), file.toString());
                compared++;
            }
        }
        assertEquals(140, compared);
        DataSetEntry first = all.find(Path.of("records500/00000/00011_hr.hea"));
        assertEquals(OptionalInt.of(5), first.fold());
        assertEquals("female", first.sex());
        assertEquals(20, first.ageYears());
    }

    @Test
    void ptbXlsSetsHaveTheSizesOfItsBenchmark() {
        assertEquals(List.of(5, 23, 44, 19, 12, 71),
            Arrays.stream(PtbXlLabels.values()).map(set -> set.labels().size()).toList());
        assertEquals(Set.of("NORM", "MI", "STTC", "CD", "HYP"), Set.copyOf(PtbXlLabels.SUPERCLASS.labels()));
        assertEquals(List.of("NORM", "SR", "LAO/LAE"), PtbXl.statements("{'NORM': 100.0, 'SR': 0.0, 'LAO/LAE': 15.0}"));
        assertEquals(OptionalInt.empty(), PtbXlLabels.SUPERCLASS.of(List.of("SR")).value("MI"));
        assertEquals(OptionalInt.of(0), PtbXlLabels.SUPERCLASS.of(List.of("SR", "NORM")).value("MI"));
    }

    @Test
    void ptbXlNeedsItsTable() throws IOException {
        IOException e = assertThrows(IOException.class, () -> KnownDataSet.PTB_XL.open(folder, PtbXlLabels.ALL));
        assertTrue(e.getMessage().contains("holds ptbxl_database.csv"), e.getMessage());
        assertTrue(e.getMessage().contains("https://physionet.org/content/ptb-xl/"), e.getMessage());
        Files.writeString(folder.resolve("ptbxl_database.csv"), "ecg_id,patient_id\n1,2\n");
        Path inside = Files.createDirectories(folder.resolve("records500/00000"));
        IOException column = assertThrows(IOException.class,
            () -> KnownDataSet.PTB_XL.open(inside, PtbXlLabels.ALL));
        assertEquals("ptbxl_database.csv, line 1: there is no column age. Download the table again.",
            column.getMessage());
    }

    @Test
    void aClassThatASourceNeverUsesIsUnannotatedThere() throws IOException {
        for (CincSource source : CincSource.values()) {
            String column = List.of("CPSC", "CPSC_Extra", "StPetersburg", "PTB", "PTB_XL", "Georgia",
                "Chapman_Shaoxing", "Ningbo").get(source.ordinal());
            for (CincClass diagnosis : CincClass.values()) {
                int records = 0;
                for (NamedCsvRecord row : rows("ecg12/cinc2021_dx_mapping_scored.csv")) {
                    records += diagnosis.codes().contains(row.getField("SNOMEDCTCode"))
                        ? Integer.parseInt(row.getField(column)) : 0;
                }
                assertEquals(records == 0, source.unannotated().contains(diagnosis.label()), source + " " + diagnosis);
            }
        }
    }

    @Test
    void aRecordsNameTellsItsSource() {
        assertEquals(CincSource.GEORGIA, CincSource.ofRecord("E00001").orElseThrow());
        assertEquals(CincSource.CHAPMAN_SHAOXING, CincSource.ofRecord("JS10646").orElseThrow());
        assertEquals(CincSource.NINGBO, CincSource.ofRecord("JS10647").orElseThrow());
        assertTrue(CincSource.ofRecord("100").isEmpty());
    }

    @Test
    void cpsc2018HasUpToThreeClasses() throws IOException {
        Files.writeString(folder.resolve("REFERENCE.csv"),
            "Recording,First_label,Second_label,Third_label\nA0001,5,,\nA0002,2,7,9\n");
        DataSetLabels labels = KnownDataSet.CPSC_2018.open(folder, PtbXlLabels.ALL);
        DataSetEntry entry = labels.find(Path.of("A0002.mat"));
        assertEquals(List.of("164889003", "17338001", "164931005"), entry.statements().orElseThrow());
        assertTrue(entry.unannotated().contains("QAb") && !entry.unannotated().contains("NSR"));
        Files.writeString(folder.resolve("REFERENCE.csv"),
            "Recording,First_label,Second_label,Third_label\nA0001,10,,\n");
        assertTrue(assertThrows(IOException.class, () -> KnownDataSet.CPSC_2018.open(folder, PtbXlLabels.ALL))
            .getMessage().contains("line 2: column First_label holds 10"));
    }

    @Test
    void code15IsReadByExam() throws IOException {
        Files.writeString(folder.resolve("exams.csv"), "exam_id,age,is_male,nn_predicted_age,1dAVb,RBBB,LBBB,SB,ST,AF,"
            + "patient_id,death,timey,normal_ecg,trace_file\n1169160,38,True,40.1,False,False,False,True,False,True,"
            + "523632,False,2.1,True,exams_part13.hdf5\n");
        DataSetLabels labels = KnownDataSet.CODE_15.open(folder, PtbXlLabels.ALL);
        DataSetEntry entry = labels.find(Path.of("1169160.hea"));
        assertEquals(List.of("426177001", "164889003"), entry.statements().orElseThrow());
        assertEquals("523632", entry.patient());
        assertEquals("male", entry.sex());
        assertTrue(entry.unannotated().contains("PVC") && !entry.unannotated().contains("RBBB"));
        assertEquals(RecordLabels.MISSING, labels.find(Path.of("2.hea")).labels().orElseThrow());
    }

    @Test
    void patientsAreKnownFromFoldersAndRecords() throws IOException {
        assertEquals("10000032", KnownDataSet.MIMIC_IV_ECG.open(folder, PtbXlLabels.ALL)
            .find(Path.of("files/p1000/p10000032/s40689238/40689238.hea")).patient());
        DataSetLabels mitBih = KnownDataSet.MIT_BIH.open(folder, PtbXlLabels.ALL);
        assertEquals("201", mitBih.find(Path.of("202.hea")).patient());
        assertEquals("100", mitBih.find(Path.of("100.hea")).patient());
        assertEquals(DataSetEntry.NONE, KnownDataSet.LUDB.open(folder, PtbXlLabels.ALL).find(Path.of("1.hea")));
        assertEquals(CincSource.GEORGIA.unannotated(),
            KnownDataSet.GEORGIA.open(folder, PtbXlLabels.ALL).find(Path.of("E00001.hea")).unannotated());
    }

    @Test
    void everyDataSetSaysWhereItIsFromAndWhatIsTaken() {
        for (KnownDataSet set : KnownDataSet.values()) {
            assertTrue(set.source().startsWith("http") && !set.title().isBlank() && !set.about().isBlank(),
                set.name());
        }
    }
}
