package org.physioclr.knime.nodes.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.read.EcgConversion;
import org.physioclr.core.read.LeadChoice;
import org.physioclr.core.read.RecordReader;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.testing.TestData;

/**
 * The ECG Reader on the 304 real records, held against the table that lists them and, for labels, against the CinC 2021
 * challenge's own list of scored codes.
 */
class EcgReaderEcg12Test {

    /** The challenge scores these codes as one diagnosis (the list's own notes); the reader names them so. */
    private static final Map<String, String> MERGED =
        Map.of("CLBBB", "LBBB", "CRBBB", "RBBB", "SVPB", "PAC", "VPB", "PVC");

    @TempDir
    private static Path folder;
    private static List<NamedCsvRecord> truth;
    private static NodeResult read;
    private static TableContent ecgs;

    @BeforeAll
    static void readAll() throws IOException {
        truth = rows("index.csv");
        read = reader().execute();
        ecgs = read.content("ECGs");
    }

    private static NodeRun reader() {
        return new NodeRun(EcgReaderFactory.class.getName(), folder).set("source/file", TestData.path("ecg12"));
    }

    private static List<NamedCsvRecord> rows(String table) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(TestData.path(table))) {
            return rows.stream().toList();
        }
    }

    /** The row key that a listed record must have. */
    private static String key(NamedCsvRecord row) {
        return row.getField("file").replaceAll("^ecg12/|\\.hea$", "");
    }

    @Test
    void everyRecordIsAcceptedInTheOrderOfFoldersAndFiles() {
        List<String> expected = truth.stream().map(row -> Path.of(row.getField("file")))
            .sorted(Comparator.comparing(Path::getParent).thenComparing(Path::getFileName))
            .map(file -> file.toString().replaceAll("^ecg12/|\\.hea$", "")).toList();
        assertEquals(304, expected.size());
        assertEquals(expected, ecgs.keys());
        assertEquals(expected, ecgs.column("Record"));
        assertEquals(0, read.content("Rejected files").size());
    }

    @Test
    void rateLengthAgeAndSexAreAsListed() {
        for (NamedCsvRecord row : truth) {
            String key = key(row);
            double rateHz = Double.parseDouble(row.getField("fs_hz"));
            assertEquals(rateHz, ecgs.at(key, "Rate [Hz]"), key);
            assertEquals(Integer.parseInt(row.getField("length_samples")) / rateHz, ecgs.at(key, "Duration [s]"), key);
            assertEquals("I, II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5, V6", ecgs.at(key, "Leads"), key);
            boolean inHeader = !row.getField("label_scheme").startsWith("SCP"); // PTB-XL lists patients elsewhere
            String age = inHeader ? row.getField("age") : "";
            boolean known = !age.isEmpty() && !age.equals("NaN");
            assertEquals(known ? Double.valueOf(age) : null, ecgs.at(key, "Age [y]"), key);
            String sex = inHeader ? row.getField("sex").substring(0, 1) : "";
            assertEquals(switch (sex) {
                case "F" -> "female";
                case "M" -> "male";
                default -> null;
            }, ecgs.at(key, "Sex"), key);
        }
    }

    @Test
    void labelsAreThoseThatTheChallengeScoresAndMissingWithoutADiagnosisLine() throws IOException {
        Map<String, String> classOfCode = new HashMap<>();
        for (NamedCsvRecord row : rows("ecg12/cinc2021_dx_mapping_scored.csv")) {
            String name = row.getField("Abbreviation");
            classOfCode.put(row.getField("SNOMEDCTCode"), MERGED.getOrDefault(name, name));
        }
        Set<String> classes = new HashSet<>(classOfCode.values());
        assertEquals(26, classes.size());
        assertEquals(classes, new HashSet<>(ecgs.columns().subList(11, ecgs.columns().size())));
        int positives = 0;
        for (NamedCsvRecord row : truth) {
            Set<String> present = new HashSet<>();
            for (String code : row.getField("labels_raw").split(";")) {
                present.add(classOfCode.getOrDefault(code, ""));
            }
            boolean coded = row.getField("label_scheme").equals("SNOMED-CT");
            for (String label : classes) {
                int expected = present.contains(label) ? 1 : 0;
                assertEquals(coded ? expected : null, ecgs.at(key(row), label), key(row) + " " + label);
                positives += coded ? expected : 0;
            }
        }
        assertTrue(positives > 100, positives + " positives");
    }

    @Test
    void diagnosesAreMissingOnlyWhereTheHeaderHasNoPlaceForThem() {
        for (NamedCsvRecord row : truth) {
            Object diagnoses = ecgs.at(key(row), "Diagnoses");
            if (row.getField("label_scheme").startsWith("SNOMED") || row.getField("label_scheme").startsWith("LUDB")) {
                assertTrue(!((Collection<?>) diagnoses).isEmpty(), key(row));
            } else {
                assertNull(diagnoses, key(row));
            }
        }
    }

    @Test
    void noHeaderNamesAPatientSoOneWarningCountsThem() {
        assertEquals(List.of("304 records have no known patient and count as patients of their own "
            + "(chapman-ningbo/JS00001, chapman-ningbo/JS00002, chapman-ningbo/JS00004, …)"), read.warnings());
    }

    @Test
    void theCellsGiveTheSignalsBackFromOneSharedFile() throws IOException {
        Map<String, EcgRecord> cells = Ecgs.of(read.table("ECGs"));
        for (NamedCsvRecord row : truth.subList(0, 40)) {
            EcgRecord expected = EcgConversion.convert(RecordReader.readAny(TestData.path(row.getField("file"))),
                key(row), LeadChoice.TWELVE, new ArrayList<>());
            EcgRecord ecg = cells.get(key(row));
            assertEquals(Lead.TWELVE, ecg.leads());
            assertEquals(expected.rateHz(), ecg.rateHz());
            assertEquals(key(row), ecg.id());
            for (int lead = 0; lead < 12; lead++) {
                assertArrayEquals(expected.samplesMv()[lead], ecg.samplesMv()[lead], key(row));
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> stores = files.filter(file -> file.getFileName().toString().startsWith("ecg-")).toList();
            assertEquals(1, stores.size(), "file stores");
            long samples = truth.stream().mapToLong(row -> Long.parseLong(row.getField("length_samples"))).sum();
            assertEquals(samples * 12 * Float.BYTES, Files.size(stores.get(0)));
        }
    }

    @Test
    void cancelIsHeardWithinTwoSeconds(@TempDir Path elsewhere) {
        NodeRun reader = new NodeRun(EcgReaderFactory.class.getName(), elsewhere)
            .set("source/file", TestData.path("ecg12"));
        long[] cancelled = new long[1];
        reader.onProgress((fraction, message) -> {
            cancelled[0] = cancelled[0] == 0 ? System.nanoTime() : cancelled[0];
            reader.cancel();
        });
        assertTrue(reader.execute().isCancelled());
        double seconds = (System.nanoTime() - cancelled[0]) / 1e9;
        assertTrue(seconds < 2, seconds + " s");
    }
}
