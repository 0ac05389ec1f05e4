package org.physioclr.knime.nodes.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.Learning;
import org.physioclr.knime.nodes.TableEdit;
import org.physioclr.knime.nodes.port.EncoderPortObject;

/** The Linear Probe: 40 made-up ECGs of 20 subjects to fit on, 20 of 10 others to predict; labels SB, AF and rare. */
class LinearProbeTest {

    private static final List<String> LABELS = List.of("SB", "AF", "rare");
    private static final String UNJUDGED = "subject-00021-1";
    private static final String NO_ECG = "subject-00022-1";

    @TempDir
    private static Path folder;
    private static BufferedDataTable training;
    private static BufferedDataTable test;
    private static EncoderPortObject encoder;
    private static NodeResult single;
    private static NodeResult several;

    @BeforeAll
    static void probeAll() {
        BufferedDataTable ecgs = Ecgs.synthetic(folder, 30, 2);
        encoder = Learning.randomEncoder(folder, ecgs);
        training = side(ecgs, true).make();
        test = side(ecgs, false).set(UNJUDGED, "AF", null).set(NO_ECG, "ECG", null).make();
        single = probe(training, new TableEdit(folder, test).reversed().make()).set("randomEncoder", false)
            .set("physiologyFeatures", false).execute();
        several = probe(measured(training).make(), measured(test).make()).set("labelFractions", "50, 100")
            .set("draws", 2).execute();
    }

    /** One side's rows; STE stands for the rare label, which one training row alone has. */
    private static TableEdit side(BufferedDataTable ecgs, boolean first) {
        TableEdit edit = new TableEdit(folder, ecgs).where(key -> key.compareTo("subject-00021") < 0 == first)
            .without("NSR", "STach", "IAVB", "LBBB", "RBBB", "PVC", "PAC", "LVH", "TInv", "STE");
        return new TableEdit(folder, edit.make()).withLabel("rare", key -> key.equals("subject-00003-1") ? 1 : 0);
    }

    /** With feature columns, the first of which gives SB away. */
    private static TableEdit measured(BufferedDataTable table) {
        TableContent content = TableContent.of(table);
        String telltale = FeatureLayout.COMPACT.names().get(0);
        return Learning.withFeatures(folder, table).with(telltale, key -> 10.0 * (Integer) content.at(key, "SB"));
    }

    private static NodeRun probe(BufferedDataTable fit, BufferedDataTable predict) {
        return Learning.node(LinearProbeFactory.class.getName(), folder).input(encoder, fit, predict);
    }

    @Test
    void theColumnsAreThoseThatTheScorerAndKnimesRocCurveTake() {
        List<String> names = new ArrayList<>(List.of("Patient", "Record", "Encoder", "Label fraction [%]", "Draw"));
        List<DataType> types = new ArrayList<>(
            List.of(StringCell.TYPE, StringCell.TYPE, StringCell.TYPE, DoubleCell.TYPE, IntCell.TYPE));
        for (String label : LABELS) {
            names.addAll(List.of(label, "Prediction (" + label + ")", "P (" + label + "=1)",
                "Threshold (" + label + ")"));
            types.addAll(List.of(StringCell.TYPE, StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE));
        }
        for (DataTableSpec spec : List.of(probe(training, test).configure().tableSpec(0),
            single.tableSpec("Predictions"))) {
            assertEquals(names, spec.stream().map(DataColumnSpec::getName).toList());
            assertEquals(types, spec.stream().map(DataColumnSpec::getType).toList());
            for (String label : LABELS) {
                for (String outcome : List.of(label, "Prediction (" + label + ")")) {
                    assertEquals(Set.of(new StringCell("0"), new StringCell("1")),
                        spec.getColumnSpec(outcome).getDomain().getValues(), outcome);
                }
            }
        }
        List<String> report = List.of("Encoder", "Label fraction [%]", "Draw", "Label", "Training rows", "Positives",
            "C", "Threshold", "Reason");
        assertEquals(report, probe(training, test).configure().tableSpec(1).stream().map(DataColumnSpec::getName)
            .toList());
        assertEquals(report, single.content("Probe report").columns());
    }

    @Test
    void oneBlockKeepsTheTestTablesKeysAndOrder() {
        TableContent predictions = single.content("Predictions");
        List<String> reversed = new ArrayList<>(TableContent.of(test).keys());
        Collections.reverse(reversed);
        assertEquals(reversed, predictions.keys());
        assertEquals(reversed, predictions.column("Record"));
        assertEquals(Collections.nCopies(20, "Pretrained"), predictions.column("Encoder"));
        assertEquals(Collections.nCopies(20, 100.0), predictions.column("Label fraction [%]"));
        assertEquals(Collections.nCopies(20, 1), predictions.column("Draw"));
        predictions.keys().forEach(key ->
            assertEquals(key.substring(0, key.lastIndexOf('-')), predictions.at(key, "Patient")));
    }

    @Test
    void truthIsTheTestTablesAndPredictionFollowsFromTheThreshold() {
        TableContent truth = TableContent.of(test);
        TableContent predictions = single.content("Predictions");
        for (String key : truth.keys()) {
            for (String label : LABELS) {
                Object expected = truth.at(key, label);
                assertEquals(expected == null ? null : expected.toString(), predictions.at(key, label), key + label);
            }
            if (!key.equals(NO_ECG)) {
                for (String label : List.of("SB", "AF")) {
                    double p = (Double) predictions.at(key, "P (" + label + "=1)");
                    assertTrue(p > 0 && p < 1, key + " " + p);
                    String expected = p >= (Double) predictions.at(key, "Threshold (" + label + ")") ? "1" : "0";
                    assertEquals(expected, predictions.at(key, "Prediction (" + label + ")"));
                }
            }
        }
        assertNull(predictions.at(UNJUDGED, "AF"));
    }

    @Test
    void aRowWithoutAnEcgHasItsTruthButNoPrediction() {
        TableContent predictions = single.content("Predictions");
        assertEquals("0", predictions.at(NO_ECG, "rare"));
        assertNull(predictions.at(NO_ECG, "P (SB=1)"));
        assertNull(predictions.at(NO_ECG, "Prediction (SB)"));
        assertEquals("subject-00022", predictions.at(NO_ECG, "Patient"));
        assertTrue(single.warnings().get(0).contains("Test: 1 row has no ECG and was left out (" + NO_ECG + ")"));
    }

    @Test
    void aLabelWithTooFewPositivesIsNotFittedAndTheReportSaysWhy() {
        TableContent predictions = single.content("Predictions");
        for (String column : List.of("Prediction (rare)", "P (rare=1)", "Threshold (rare)")) {
            assertEquals(Collections.nCopies(20, null), predictions.column(column));
        }
        assertEquals(Collections.nCopies(20, "0"), predictions.column("rare"));
        TableContent report = single.content("Probe report");
        assertEquals(LABELS, report.column("Label"));
        assertEquals("Only 1 positive training row; at least 5 are needed", report.at(2, "Reason"));
        assertEquals(1, report.at(2, "Positives"));
        assertNull(report.at(2, "C"));
        assertTrue(single.warnings().get(0).endsWith("1 label could not be fitted everywhere, see the report (rare)"),
            single.warnings().toString());
    }

    @Test
    void theReportCountsTheTrainingRows() {
        TableContent report = single.content("Probe report");
        TableContent rows = TableContent.of(training);
        for (int row = 0; row < LABELS.size(); row++) {
            assertEquals(40, report.at(row, "Training rows"));
            assertEquals(Collections.frequency(rows.column(LABELS.get(row)), 1), report.at(row, "Positives"));
        }
        assertEquals("", report.at(0, "Reason"));
        assertTrue((Double) report.at(0, "C") > 0);
    }

    @Test
    void everyEncoderFractionAndDrawIsABlockWithItsOwnKeys() {
        TableContent predictions = several.content("Predictions");
        List<String> encoders = List.of("Pretrained", "Random encoder", "Physiology features");
        List<String> blocks = encoders.stream().flatMap(name ->
            List.of("|" + name + "|50.0|1", "|" + name + "|50.0|2", "|" + name + "|100.0|1").stream()).toList();
        List<String> expected = blocks.stream()
            .flatMap(block -> TableContent.of(test).keys().stream().map(key -> key + block)).toList();
        assertEquals(expected, predictions.keys());
        assertEquals(encoders, List.copyOf(new LinkedHashSet<>(predictions.column("Encoder"))));
        TableContent report = several.content("Probe report");
        assertEquals(blocks.size() * LABELS.size(), report.size());
        for (int row = 0; row < report.size(); row++) {
            double fraction = (Double) report.at(row, "Label fraction [%]");
            int rows = (Integer) report.at(row, "Training rows");
            assertEquals(40 * fraction / 100, rows, 2, "whole patients of two ECGs each");
        }
    }

    @Test
    void blocksOfTheSameRowsAndDrawsAgreeWhateverElseRuns() {
        TableContent alone = single.content("Predictions");
        TableContent among = several.content("Predictions");
        for (String key : TableContent.of(test).keys()) {
            Object expected = alone.at(key, "P (SB=1)");
            Object actual = among.at(key + "|Pretrained|100.0|1", "P (SB=1)");
            if (key.equals(NO_ECG)) {
                assertNull(actual);
            } else {
                assertEquals((Double) expected, (Double) actual, 1e-5, key);
            }
        }
    }

    @Test
    void aFeatureThatGivesALabelAwayPredictsItForTheRightRows() {
        TableContent predictions = several.content("Predictions");
        int right = 0;
        for (String key : TableContent.of(test).keys()) {
            String row = key + "|Physiology features|100.0|1";
            right += predictions.at(row, "SB").equals(predictions.at(row, "Prediction (SB)")) ? 1 : 0;
        }
        assertTrue(right >= 18, right + " of 19"); // 19 rows have an ECG
    }

    @Test
    void withoutFeatureColumnsTheirBaselineIsLeftOutWithAWarning() {
        NodeResult result = probe(training, measured(test).make()).set("randomEncoder", false).execute();
        assertEquals(Set.of("Pretrained"), result.content("Predictions").column("Encoder").stream()
            .map(Object::toString).collect(Collectors.toSet()));
        assertTrue(result.warnings().get(0).startsWith("The physiology features are not compared, as a table has no "
            + "feature columns. Put the Physiology Features node before both inputs."), result.warnings().toString());
    }

    @Test
    void tablesThatShareAPatientAreRefused() {
        BufferedDataTable shared = new TableEdit(folder, test).set("subject-00025-2", "Patient", "subject-00004")
            .make();
        assertEquals("The patient subject-00004 is in the training and in the test table: the scores would be too "
            + "good. Split with the ECG Partitioner, which keeps patients together.",
            probe(training, shared).execute().failure());
    }

    @Test
    void aTestTableWithoutALabelIsRefusedBeforeExecution() {
        assertEquals("The test table has no column \"AF\". Take both tables from one ECG Partitioner, or leave this "
            + "label out in the dialog.", probe(training, new TableEdit(folder, test).without("AF").make()).configure()
            .failure());
        BufferedDataTable text = new TableEdit(folder, new TableEdit(folder, test).without("AF").make())
            .with("AF", key -> 0.5).make();
        assertEquals("The column \"AF\" of the test table is no 0/1 integer column. Take both tables from one ECG "
            + "Partitioner, or leave this label out in the dialog.", probe(training, text).configure().failure());
    }

    @Test
    void aLabelThatIsCalledLikeAColumnOfThePredictionsIsRefusedBeforeExecution() {
        BufferedDataTable drawn = new TableEdit(folder, training).withLabel("Draw", key -> 1).make();
        assertEquals("The predictions have a column \"Draw\" of their own. Rename the label column, or leave it out in "
            + "the dialog.", probe(drawn, test).configure().failure());
    }

    @Test
    void aTrainingTableWithoutLabelsIsRefusedBeforeExecution() {
        BufferedDataTable none = new TableEdit(folder, training).without(LABELS.toArray(String[]::new)).make();
        assertEquals("The training table has no 0/1 label column to predict. Let the ECG Reader make label columns, or "
            + "choose some in the dialog.", probe(none, test).configure().failure());
    }

    @Test
    void settingsOutOfRangeAreRefusedByNameBeforeExecution() {
        String remedy = ". Change the setting in the dialog.";
        assertEquals("Label fractions [%] must be a list such as 1, 10, 100, not \"10, all\"" + remedy,
            probe(training, test).set("labelFractions", "10, all").configure().failure());
        assertEquals("Label fractions [%] must name at least one share, such as 100" + remedy,
            probe(training, test).set("labelFractions", " ").configure().failure());
        for (String wrong : List.of("0", "101", "-5", "NaN")) {
            String message = probe(training, test).set("labelFractions", wrong).configure().failure();
            assertTrue(message.startsWith("Label fractions [%] must be above 0 and at most 100, not "), message);
        }
        assertEquals("Draws must be between 1 and 1000, not 0" + remedy,
            probe(training, test).set("draws", 0).configure().failure());
        assertEquals("Folds must be between 2 and 100, not 1" + remedy,
            probe(training, test).set("folds", 1).configure().failure());
        assertTrue(probe(training, test).set("fewestPositives", 0).configure().failure()
            .startsWith("Fewest positives must be between 1 and "));
        assertFalse(probe(training, test).set("labelFractions", "1;10 , 100").configure().isFailed());
    }

    @Test
    void withoutAnEcgColumnItSaysWhichTableLacksIt() {
        BufferedDataTable none = new TableEdit(folder, test).without("ECG").make();
        String remedy = " has no ECG column. Connect a node that gives ECGs, such as ECG Reader or ECG Synthesizer.";
        assertEquals("The training table" + remedy, probe(none, test).configure().failure());
        assertEquals("The test table" + remedy, probe(training, none).configure().failure());
    }

    @Test
    void aLabelThatIsNeither0Nor1NamesRowAndColumn() {
        String row = "subject-00004-2";
        BufferedDataTable wrong = new TableEdit(folder, training).set(row, "AF", 2).withoutDomains().make();
        assertEquals("The label column \"AF\" has the value 2 in row " + row
            + ". Labels are 0, 1 or missing; leave this column out in the dialog.",
            probe(wrong, test).execute().failure());
    }
}
