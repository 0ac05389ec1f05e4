package org.physioclr.knime.nodes.synthesizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.reader.EcgReaderFactory;

/** The ECG Synthesizer. */
class EcgSynthesizerTest {

    private static final List<String> LABELS =
        List.of("NSR", "SB", "STach", "AF", "IAVB", "LBBB", "RBBB", "PVC", "PAC", "STE", "LVH", "TInv");

    @TempDir
    private Path folder;

    private NodeRun synthesizer() {
        return Ecgs.synthesizer(folder, 40, 2);
    }

    @Test
    void theColumnsAreTheReadersFollowedByItsLabels() {
        DataTableSpec reader = new NodeRun(EcgReaderFactory.class.getName(), folder).set("source/file", folder)
            .set("labelSource", "NONE").configure().tableSpec("ECGs");
        DataTableSpec spec = synthesizer().configure().tableSpec("ECGs");
        assertEquals(reader.stream().map(DataColumnSpec::getName).toList(),
            spec.stream().limit(11).map(DataColumnSpec::getName).toList());
        assertEquals(reader.stream().map(DataColumnSpec::getType).toList(),
            spec.stream().limit(11).map(DataColumnSpec::getType).toList());
        assertEquals(LABELS, spec.stream().skip(11).map(DataColumnSpec::getName).toList());
        TableContent ecgs = synthesizer().execute().content("ECGs");
        assertEquals(spec.stream().map(DataColumnSpec::getName).toList(), ecgs.columns());
    }

    @Test
    void everySubjectHasItsRecordsWithSignalsAsTheColumnsSay() {
        NodeResult made = synthesizer().execute();
        TableContent ecgs = made.content("ECGs");
        assertEquals(80, ecgs.size());
        assertEquals(List.of("subject-00001-1", "subject-00001-2", "subject-00002-1"), ecgs.keys().subList(0, 3));
        assertEquals(ecgs.keys(), ecgs.column("Record"));
        Ecgs.of(made.table("ECGs")).forEach((key, ecg) -> {
            assertEquals(Lead.TWELVE, ecg.leads());
            assertEquals(500, ecg.length());
            assertEquals(100.0, ecgs.at(key, "Rate [Hz]"));
            assertEquals(5.0, ecgs.at(key, "Duration [s]"));
            assertEquals(key, ecg.id());
            assertEquals(key.substring(0, key.lastIndexOf('-')), ecgs.at(key, "Patient"));
            assertEquals(ecgs.at(key, "Patient"), ecg.patient());
            assertEquals("", ecgs.at(key, "Quality"));
            double age = (Double) ecgs.at(key, "Age [y]");
            assertTrue(age >= 18 && age <= 90, age + " years");
        });
    }

    @Test
    void labelsAreTheDiagnosesAndEveryoneHasOneRhythm() {
        TableContent ecgs = synthesizer().execute().content("ECGs");
        Map<String, Integer> positives = new HashMap<>();
        for (int row = 0; row < ecgs.size(); row++) {
            List<?> diagnoses = (List<?>) ecgs.at(row, "Diagnoses");
            int rhythms = 0;
            for (String label : LABELS) {
                int expected = diagnoses.contains(label) ? 1 : 0;
                assertEquals(expected, ecgs.at(row, label), ecgs.keys().get(row) + " " + label);
                positives.merge(label, expected, Integer::sum);
                rhythms += List.of("NSR", "SB", "STach", "AF").contains(label) ? expected : 0;
            }
            assertEquals(1, rhythms, ecgs.keys().get(row));
            assertTrue(LABELS.containsAll(diagnoses), diagnoses.toString());
        }
        LABELS.forEach(label -> assertTrue(positives.get(label) > 0, "nobody has " + label));
    }

    @Test
    void beatsLieInsideTheirRecordInTheOrderOfTheirWaves() {
        NodeResult made = synthesizer().execute();
        TableContent beats = made.content("Beats");
        assertEquals(List.of("Record", "Type", "P onset [s]", "P peak [s]", "P offset [s]", "QRS onset [s]",
            "R peak [s]", "QRS offset [s]", "T peak [s]", "T offset [s]"), beats.columns());
        double[] last = {-1};
        for (int row = 0; row < beats.size(); row++) {
            double rPeak = (Double) beats.at(row, "R peak [s]");
            assertTrue(rPeak >= 0 && rPeak < 5, beats.keys().get(row) + " at " + rPeak);
            boolean sameRecord = row > 0 && beats.at(row, "Record").equals(beats.at(row - 1, "Record"));
            assertTrue(!sameRecord || rPeak > last[0], beats.keys().get(row));
            last[0] = rPeak;
            List<Object> waves = new ArrayList<>(beats.row(row).subList(2, 10));
            waves.removeIf(Objects::isNull);
            assertEquals(waves.stream().sorted().toList(), waves, beats.keys().get(row));
        }
        assertEquals(new HashSet<>(made.content("ECGs").keys()), new HashSet<>(beats.column("Record")));
    }

    @Test
    void beatsAgreeWithTheDiagnoses() {
        NodeResult made = synthesizer().execute();
        TableContent ecgs = made.content("ECGs");
        TableContent beats = made.content("Beats");
        Map<String, Set<Object>> types = new HashMap<>();
        for (int row = 0; row < beats.size(); row++) {
            String record = (String) beats.at(row, "Record");
            types.computeIfAbsent(record, key -> new HashSet<>()).add(beats.at(row, "Type"));
            boolean fibrillates = ecgs.at(record, "AF").equals(1);
            boolean hasP = beats.at(row, "P peak [s]") != null;
            assertEquals(!fibrillates && !beats.at(row, "Type").equals("V"), hasP, beats.keys().get(row));
        }
        ecgs.keys().forEach(record -> {
            assertEquals(ecgs.at(record, "PVC").equals(1), types.get(record).contains("V"), record);
            assertEquals(ecgs.at(record, "PAC").equals(1), types.get(record).contains("A"), record);
        });
    }

    @Test
    void theSeedDecidesEverything() {
        NodeResult first = synthesizer().execute();
        NodeResult again = synthesizer().execute();
        NodeResult other = synthesizer().set("seed", 2).execute();
        assertEquals(first.content("Beats"), again.content("Beats"));
        Map<String, EcgRecord> expected = Ecgs.of(first.table("ECGs"));
        Map<String, EcgRecord> others = Ecgs.of(other.table("ECGs"));
        Ecgs.of(again.table("ECGs")).forEach((key, ecg) -> {
            for (int lead = 0; lead < 12; lead++) {
                assertArrayEquals(expected.get(key).samplesMv()[lead], ecg.samplesMv()[lead], key);
            }
            assertFalse(Arrays.deepEquals(expected.get(key).samplesMv(), others.get(key).samplesMv()), key);
        });
    }

    @Test
    void aSubjectsFirstRecordDoesNotDependOnHowManyThereAre() {
        Map<String, EcgRecord> few = Ecgs.of(Ecgs.synthetic(folder, 3, 1));
        Map<String, EcgRecord> many = Ecgs.of(Ecgs.synthetic(folder, 5, 3));
        few.forEach((key, ecg) -> assertArrayEquals(ecg.samplesMv(), many.get(key).samplesMv(), key));
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        Map<String, Object> wrong = Map.of("subjects", 0, "recordsPerSubject", 0, "durationSeconds", 1.9,
            "rateHz", 99.0, "noise", -0.1);
        Map<String, String> messages = Map.of(
            "subjects", "Subjects must be between 1 and 1000000, not 0",
            "recordsPerSubject", "ECGs per subject must be between 1 and 1000, not 0",
            "durationSeconds", "Duration [s] must be between 2 and 600, not 1.9",
            "rateHz", "Sampling rate [Hz] must be between 100 and 2000, not 99",
            "noise", "Noise must be between 0 and 10, not -0.1");
        wrong.forEach((setting, value) -> assertEquals(messages.get(setting) + ". Change the setting in the dialog.",
            synthesizer().set(setting, value).configure().failure()));
    }

    @Test
    void progressRisesTo1() {
        List<Double> fractions = new ArrayList<>();
        synthesizer().onProgress((fraction, message) -> fractions.add(fraction)).execute().table("ECGs");
        assertEquals(80, fractions.size());
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertEquals(1.0, fractions.get(79));
    }

    @Test
    void cancelIsHeardWithinTwoSeconds() {
        NodeRun synthesizer = Ecgs.synthesizer(folder, 100_000, 2);
        long[] cancelled = new long[1];
        synthesizer.onProgress((fraction, message) -> {
            cancelled[0] = System.nanoTime();
            synthesizer.cancel();
        });
        assertTrue(synthesizer.execute().isCancelled());
        double seconds = (System.nanoTime() - cancelled[0]) / 1e9;
        assertTrue(seconds < 2, seconds + " s");
    }
}
