package org.physioclr.knime.nodes.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.physioclr.knime.nodes.features.EcgInput.cut;
import static org.physioclr.knime.nodes.features.EcgInput.held;
import static org.physioclr.knime.nodes.features.EcgInput.mapped;
import static org.physioclr.knime.nodes.features.EcgInput.sinus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.beat.RPeakDetector;
import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.core.feature.PhysiologyFeatures;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.host.TestTable;
import org.physioclr.knime.nodes.ViewFiles;
import org.physioclr.knime.nodes.cell.EcgCell;

/** The node Physiology Features, on ECGs as they should be and as they should not. */
class PhysiologyFeaturesTest {

    private static final String QUALITY = "Physiology quality";

    @TempDir
    Path folder;

    private NodeRun node(BufferedDataTable table) {
        return new NodeRun("org.physioclr.knime.nodes.features.PhysiologyFeaturesFactory", folder).input(table);
    }

    private NodeRun node(EcgRecord ecg) {
        return node(new EcgInput(folder).row("r", ecg).table());
    }

    /** All features of the only row, which must be missing. */
    private static void assertNoFeatures(TableContent content, int row) {
        FeatureLayout.COMPACT.names().forEach(name -> assertNull(content.at(row, name), name));
    }

    @Test
    void eachFeatureIsAColumnBesideTheInputAndHasTheValueThatCoreComputes() {
        EcgRecord ecg = sinus();
        NodeResult result = node(ecg).set("layout", "FULL_150").execute();
        TableContent content = result.content(0);
        PhysiologyFeatures expected = PhysiologyFeatures.compute(ecg, FeatureLayout.FULL_150);
        List<String> names = new ArrayList<>(List.of("ECG"));
        names.addAll(FeatureLayout.FULL_150.names());
        names.add(QUALITY);
        assertEquals(names, content.columns());
        List<String> features = FeatureLayout.FULL_150.names();
        for (int i = 0; i < features.size(); i++) {
            double value = expected.values()[i];
            assertEquals(Double.isNaN(value) ? null : value, content.at("r", features.get(i)), features.get(i));
        }
        assertEquals("", content.at("r", QUALITY));
        assertEquals(List.of(), result.warnings());
    }

    @Test
    void theColumnsAreKnownBeforeExecution() {
        NodeRun run = node(sinus()).set("rPeaks", true);
        NodeResult executed = run.execute();
        assertTrue(executed.tableSpec(0).equalStructure(run.configure().tableSpec(0)));
    }

    @Test
    void rPeaksAreAListOfSecondsOnDemand() {
        EcgRecord ecg = sinus();
        Object peaks = node(ecg).set("rPeaks", true).execute().content(0).at("r", "R peaks [s]");
        assertEquals(Arrays.stream(RPeakDetector.detect(ecg)).mapToObj(sample -> sample / 500.0).toList(), peaks);
    }

    @Test
    void rowsKeepTheirOrderAlthoughTheyAreComputedInParallel() {
        EcgInput input = new EcgInput(folder);
        EcgRecord ecg = sinus();
        double[] expected = new double[40];
        for (int k = 0; k < expected.length; k++) {
            EcgRecord row = cut(ecg, 0.05 * k, 8 + 0.05 * k);
            input.row("row " + k, row);
            expected[k] = PhysiologyFeatures.compute(row, FeatureLayout.COMPACT).values()[1];
        }
        assertArrayEquals(expected, node(input.table()).execute().content(0).numbers("RR mean [ms]"));
    }

    @Test
    void aRowWithoutAnEcgGetsMissingValuesAndOneWarning() {
        EcgInput input = new EcgInput(folder).row("a", null).row("b", sinus()).row("c", null);
        NodeResult result = node(input.table()).set("rPeaks", true).execute();
        assertEquals(List.of("2 rows have no ECG and get no features (a, c)"), result.warnings());
        for (int row : new int[] {0, 2}) {
            assertNoFeatures(result.content(0), row);
            assertNull(result.content(0).at(row, QUALITY));
            assertNull(result.content(0).at(row, "R peaks [s]"));
        }
        assertEquals("", result.content(0).at("b", QUALITY));
    }

    @Test
    void aTableWithoutRowsGivesATableWithoutRows() {
        NodeResult result = node(new EcgInput(folder).table()).execute();
        assertEquals(0, result.content(0).size());
        assertEquals(List.of(), result.warnings());
    }

    @Test
    void flatMissingAndTooShortEcgsGiveNoFeaturesAndAReason() {
        EcgRecord ecg = sinus();
        NodeResult result = node(new EcgInput(folder).row("flat", mapped(ecg, x -> 0))
            .row("missing", mapped(ecg, x -> Double.NaN)).row("short", cut(ecg, 0, 0.5))
            .row("none", cut(ecg, 0, 0)).table()).set("rPeaks", true).execute();
        TableContent content = result.content(0);
        for (int row = 0; row < 4; row++) {
            assertNoFeatures(content, row);
            assertEquals(List.of(), content.at(row, "R peaks [s]"));
        }
        assertEquals("no heartbeat found in 10.0 s; flat: all leads", content.at("flat", QUALITY));
        assertEquals("no heartbeat found in 10.0 s; missing: all leads", content.at("missing", QUALITY));
        assertTrue(content.at("short", QUALITY).toString().startsWith("no heartbeat found in 0.5 s"));
        assertEquals(List.of("4 ECGs show no heartbeat, see the column " + QUALITY + " (flat, missing, short, …)"),
            result.warnings());
    }

    @Test
    void oneBeatHasIntervalsButNoRhythm() {
        EcgRecord ecg = sinus();
        int[] peaks = RPeakDetector.detect(ecg);
        int from = peaks[3] + (int) (0.55 * (peaks[4] - peaks[3]));
        int to = peaks[4] + (int) (0.6 * (peaks[5] - peaks[4]));
        TableContent content = node(held(ecg, from, to)).execute().content(0);
        assertNull(content.at("r", "RR mean [ms]"));
        assertNull(content.at("r", "QTc Bazett [ms]"));
        assertTrue((double) content.at("r", "QRS duration [ms]") > 50);
        assertTrue(content.at("r", QUALITY).toString().startsWith("one heartbeat only"), content.toString());
    }

    @Test
    void twoSecondsGiveWhatTwoSecondsHold() {
        TableContent content = node(cut(sinus(), 2, 4)).execute().content(0);
        assertTrue((double) content.at("r", "Heart rate [1/min]") > 55);
        assertTrue((double) content.at("r", "PR interval [ms]") > 120);
    }

    @Test
    void aSingleLeadHasIntervalsButNoAxisAndSaysWhichLeadsAreAbsent() {
        EcgRecord lead = LeadAlgebra.select(sinus(), List.of(Lead.II));
        TableContent content = node(lead).execute().content(0);
        assertTrue((double) content.at("r", "PR interval [ms]") > 120);
        assertNull(content.at("r", "QRS axis [\u00b0]"));
        assertNull(content.at("r", "Sokolow-Lyon index [mV]"));
        assertEquals("no lead I, III, aVR, aVL, aVF, V1, V2, V3, V4, V5, V6", content.at("r", QUALITY));
    }

    @Test
    void aColumnThatIsThereAlreadyIsAnErrorWithARemedy() {
        BufferedDataTable table =
            new TestTable(folder).column("ECG", EcgCell.TYPE).column("QT interval [ms]", DoubleCell.TYPE).make();
        assertEquals("The input table already has a column \"QT interval [ms]\", which this node adds. Remove or "
            + "rename it before, for example with a Column Filter.", node(table).configure().failure());
    }

    @Test
    void aTableWithoutEcgsIsAnErrorWithARemedy() {
        BufferedDataTable table = new TestTable(folder).column("x", DoubleCell.TYPE).make();
        assertTrue(node(table).configure().failure().contains("Connect a node that gives ECGs"));
        assertTrue(node(sinus()).set("ecgColumn", "gone").configure().failure().contains("no ECG column \"gone\""));
    }

    @Test
    void cancellingStopsAtTheNextEcg() {
        EcgInput input = new EcgInput(folder);
        EcgRecord ecg = sinus();
        for (int k = 0; k < 60; k++) {
            input.row("row " + k, ecg);
        }
        NodeRun run = node(input.table());
        List<String> messages = new ArrayList<>();
        run.onProgress((fraction, message) -> {
            messages.add(message);
            if (fraction > 0) {
                run.cancel();
            }
        });
        assertTrue(run.execute().isCancelled());
        assertEquals(List.of("Measuring 60 ECGs", "Measured 1 of 60 ECGs"), messages);
    }

    @Test
    void theViewShowsTheFirstTwelveEcgsAndWhatStandsInTheWay() throws IOException {
        EcgInput input = new EcgInput(folder).row("none", null);
        EcgRecord ecg = sinus();
        for (int k = 0; k < 13; k++) {
            input.row("row " + k, k == 1 ? mapped(ecg, x -> 0) : ecg);
        }
        NodeResult result = node(input.table()).execute();
        String data = result.initialData();
        assertTrue(data.contains("\"ecgs\":14"), data.substring(0, 200));
        assertEquals(12, data.split("\"png\":\"iVBOR", -1).length - 1);
        assertTrue(data.contains("\"row\":\"row 1\",\"quality\":\"no heartbeat found in 10.0 s; flat: all leads\""));
        assertTrue(!data.contains("\"row\":\"none\"") && !data.contains("\"row\":\"row 12\""));
        assertTrue(result.viewPage().contains("id=\"initial-data\""));
        ViewFiles.write("beats", result);
    }

    @Test
    void theInputsOwnColumnsStayAsTheyAre() {
        BufferedDataTable table = new EcgInput(folder).row("r", sinus()).table();
        DataTableSpec spec = node(table).execute().tableSpec(0);
        assertEquals(table.getDataTableSpec().getColumnSpec(0), spec.getColumnSpec(0));
    }
}
