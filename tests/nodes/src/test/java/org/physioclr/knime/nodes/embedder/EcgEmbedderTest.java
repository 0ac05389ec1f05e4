package org.physioclr.knime.nodes.embedder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.knime.host.execution.NodeExecution;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.Learning;
import org.physioclr.knime.nodes.TableEdit;
import org.physioclr.knime.nodes.cell.EcgCell;
import org.physioclr.knime.nodes.cell.EcgCellWriter;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.knime.nodes.port.EncoderPortObjectSpec;

/** The ECG Embedder, with an encoder of random weights. */
class EcgEmbedderTest {

    private static final String ONE = "subject-00001-1";
    private static final String TWO = "subject-00001-2";
    private static final String NO_ECG = "subject-00002-1";
    private static final String FLAT = "subject-00002-2";

    @TempDir
    private static Path folder;
    private static BufferedDataTable ecgs;
    private static EncoderPortObject encoder;
    private static List<String> names;
    private static NodeResult embedded;

    @BeforeAll
    static void embed() {
        ecgs = Ecgs.synthetic(folder, 5, 2);
        encoder = Learning.randomEncoder(folder, ecgs);
        int length = encoder.getSpec().card().orElseThrow().embeddingLength();
        names = IntStream.rangeClosed(1, length).mapToObj(i -> "Embedding " + i).toList();
        embedded = embedder(ecgs).execute();
    }

    private static NodeRun embedder(BufferedDataTable table) {
        return Learning.node(EcgEmbedderFactory.class.getName(), folder).input(encoder, table);
    }

    private static double[] embedding(TableContent table, String key) {
        return names.stream().mapToDouble(name -> table.at(key, name) == null ? Double.NaN
            : (Double) table.at(key, name)).toArray();
    }

    /** An ECG without a single sample. */
    private static EcgCell empty() throws IOException {
        float[][] signal = new float[12][500];
        Arrays.stream(signal).forEach(lead -> Arrays.fill(lead, Float.NaN));
        NodeExecution execution = new NodeExecution(folder.resolve("empty"), (fraction, message) -> { }, () -> false);
        try (EcgCellWriter writer = new EcgCellWriter(execution.context())) {
            return writer.write(new EcgRecord(FLAT, "p", 100, Lead.TWELVE, signal));
        }
    }

    @Test
    void everyRowGetsItsEmbeddingAndKeepsTheRest() {
        TableContent input = TableContent.of(ecgs);
        TableContent output = embedded.content("ECGs with embeddings");
        assertEquals(Stream.concat(input.columns().stream(), names.stream()).toList(), output.columns());
        assertEquals(input.keys(), output.keys());
        DataTableSpec spec = embedder(ecgs).configure().tableSpec(0);
        assertEquals(output.columns(), spec.stream().map(DataColumnSpec::getName).toList());
        assertTrue(spec.stream().skip(input.columns().size()).allMatch(c -> c.getType().equals(DoubleCell.TYPE)));
        for (String key : input.keys()) {
            assertEquals(input.row(key), output.row(key).subList(0, input.columns().size()));
            assertTrue(Arrays.stream(embedding(output, key)).allMatch(Double::isFinite), key);
        }
        assertEquals(List.of(), embedded.warnings());
        assertTrue(Math.abs(embedding(output, ONE)[0] - embedding(output, TWO)[0]) > 1e-6, "they are other ECGs");
    }

    @Test
    void windowsOfARecordShareTheMeanAndUnusableEcgsAreMissing() throws IOException {
        TableContent apart = embedded.content(0);
        BufferedDataTable edited = new TableEdit(folder, ecgs).set(TWO, "Record", ONE).set(NO_ECG, "ECG", null)
            .set(FLAT, "ECG", empty()).make();
        NodeResult result = embedder(edited).execute();
        TableContent together = result.content(0);
        double[] mean = IntStream.range(0, names.size())
            .mapToDouble(i -> (embedding(apart, ONE)[i] + embedding(apart, TWO)[i]) / 2).toArray();
        assertArrayEquals(mean, embedding(together, ONE), 1e-5);
        assertArrayEquals(embedding(together, ONE), embedding(together, TWO));
        double[] missing = new double[names.size()];
        Arrays.fill(missing, Double.NaN);
        assertArrayEquals(missing, embedding(together, NO_ECG));
        assertArrayEquals(missing, embedding(together, FLAT));
        assertArrayEquals(embedding(apart, "subject-00005-2"), embedding(together, "subject-00005-2"), 1e-5,
            "the rows after a missing one keep their own");
        assertEquals(1, result.warnings().size());
        assertTrue(result.warnings().get(0).startsWith("1 row has no ECG and was left out (" + NO_ECG + ")\n"
            + "1 of 9 ECGs can't be used: " + FLAT + ": "), result.warnings().get(0));
    }

    @Test
    void withoutRecordAndPatientColumnsTheCellItselfSaysWhatItIs() {
        TableContent expected = embedded.content(0);
        BufferedDataTable bare = new TableEdit(folder, ecgs).without("Record", "Patient").reversed().make();
        TableContent actual = embedder(bare).execute().content(0);
        expected.keys().forEach(key -> assertArrayEquals(embedding(expected, key), embedding(actual, key), 1e-5, key));
        assertNotEquals(expected.keys(), actual.keys());
    }

    @Test
    void columnsOfAnEarlierEmbeddingAreRefused() {
        for (String name : List.of("Embedding 1", names.get(names.size() - 1))) {
            BufferedDataTable clash = new TableEdit(folder, ecgs).with(name, key -> 0).make();
            assertEquals("The input table has a column \"" + name + "\" already. Remove or rename the columns of an "
                + "earlier embedding.", embedder(clash).configure().failure());
        }
    }

    @Test
    void theSpecIsOpenUntilTheEncoderIsTrained() {
        NodeResult configured = embedder(ecgs).configure(new EncoderPortObjectSpec(), ecgs.getDataTableSpec());
        assertNull(configured.spec(0));
        assertEquals(List.of(), configured.warnings());
    }

    @Test
    void withoutAnEcgItSaysWhatToConnect() {
        BufferedDataTable none = new TableEdit(folder, ecgs).without("ECG").make();
        assertEquals("The input table has no ECG column. Connect a node that gives ECGs, such as ECG Reader or ECG "
            + "Synthesizer.", embedder(none).configure().failure());
        assertEquals("No row of the table has an ECG. Connect a table that has some.",
            embedder(new TableEdit(folder, ecgs).set("ECG", null).make()).execute().failure());
    }

    @Test
    void wrongMachineSettingsAreRefusedBeforeExecution() {
        assertEquals("Threads must be between 0 and 1024, not -1. Change the setting in the dialog.",
            embedder(ecgs).set("machine/threads", -1).configure().failure());
    }
}
