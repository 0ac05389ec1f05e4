package org.physioclr.knime.nodes.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.testing.TestData;

/**
 * The ECG Reader on all test data at once: every format, whole and damaged, rates from 100 to 1,000 Hz, volts to
 * microvolts, files whose channels differ in both, and tables and texts that are no ECGs.
 */
class EcgReaderMixedFolderTest {

    /** Damaged files that the list allows to be refused or read with a remark; they are read. */
    private static final Set<String> READ_WITH_A_REMARK =
        Set.of("malformed/wfdb/too_many_signal_lines.hea", "malformed/wfdb/duplicate_lead_names.hea");

    /** No ECGs either, and why: by the list, or since parts of the record are not there. */
    private static final Map<String, String> UNREADABLE_FORMATS = Map.of(
        "formats/aecg/empty.xml", "the annotated ECG holds no waveform",
        "formats/edf/test_edfann.edf", "it holds no signal",
        "formats/scp/healforce_62.SCP", "not an ECG file of a known format",
        "formats/scp/healforce_63.SCP", "not an ECG file of a known format",
        "formats/wfdb/multi-segment/p000878/p000878-2137-10-26-16-57.hea", "its file 3269321_0003.hea is missing");

    /** Parts of listed records, which stand for them. */
    private static final Set<String> SEGMENTS =
        Set.of("formats/wfdb-c/100s.hea", "formats/wfdb/multi-segment/p000878/3269321_0001.hea");

    @TempDir
    private static Path folder;
    private static TableContent ecgs;
    private static TableContent rejected;

    @BeforeAll
    static void readAll() {
        NodeResult read = new NodeRun(EcgReaderFactory.class.getName(), folder).set("source/file", TestData.path(""))
            .set("leads", "AS_RECORDED").set("text/rateHz", 100.0).execute();
        ecgs = read.content("ECGs");
        rejected = read.content("Rejected files");
    }

    private static List<String> column(String table, String column) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(TestData.path(table))) {
            return rows.stream().map(row -> row.getField(column)).toList();
        }
    }

    private static String relative(Object file) {
        return TestData.path("").toAbsolutePath().normalize().relativize(Path.of((String) file)).toString();
    }

    @Test
    void theUnreadableFilesAreListedAndNoOthers() throws IOException {
        Set<String> expected = new TreeSet<>(UNREADABLE_FORMATS.keySet());
        List<String> behaviour = column("malformed/index.csv", "expected_behaviour");
        List<String> damaged = column("malformed/index.csv", "file");
        for (int i = 0; i < damaged.size(); i++) {
            if (behaviour.get(i).startsWith("ERROR") && !READ_WITH_A_REMARK.contains(damaged.get(i))) {
                // An annotation file is no record; its header's signal file was left out.
                expected.add(damaged.get(i).replace(".atr", ".hea"));
            }
        }
        assertEquals(39, expected.size());
        Set<String> listed = rejected.column("File").stream().map(EcgReaderMixedFolderTest::relative)
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, listed);
        assertEquals(listed.size(), rejected.size());
    }

    @Test
    void everyReasonNamesAFileInOneLineAndEndsInARemedy() {
        for (Object reason : rejected.column("Reason")) {
            String text = (String) reason;
            assertTrue(text.matches("\\S+\\.\\w+[,:] .+\\. .+\\."), text);
            assertEquals(1, text.lines().count(), text);
        }
        for (int row = 0; row < rejected.size(); row++) {
            String cause = UNREADABLE_FORMATS.getOrDefault(relative(rejected.at(row, "File")), "");
            assertTrue(((String) rejected.at(row, "Reason")).contains(cause), cause);
        }
    }

    @Test
    void everyReadableFileIsARow() throws IOException {
        Set<String> expected = new HashSet<>(column("index.csv", "file"));
        expected.addAll(column("quirks/index.csv", "file"));
        expected.addAll(column("formats/expected_values.csv", "file"));
        expected.addAll(column("malformed/index.csv", "file"));
        expected.removeIf(file -> file.endsWith(".atr") || SEGMENTS.contains(file));
        rejected.column("File").forEach(file -> expected.remove(relative(file)));
        Set<String> records = ecgs.column("Record").stream().map(Object::toString).collect(Collectors.toSet());
        for (String file : expected) {
            assertTrue(records.contains(file) || records.contains(file.replaceAll("\\.\\w+$", "")), file);
        }
        assertTrue(expected.size() > 360, expected.size() + " files");
    }

    @Test
    void aFileOfSeveralRatesAndUnitsBecomesOneRateInMillivolts() throws IOException {
        // The ECG has 249.89 Hz, the blood pressure half of it and mmHg, the breath a quarter and ohms.
        assertEquals(249.89, (double) ecgs.at("formats/wfdb/mixedsignals", "Rate [Hz]"), 1e-9);
        assertEquals("II, III, V", ecgs.at("formats/wfdb/mixedsignals", "Leads"));
    }
}
