package org.physioclr.knime.nodes.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.Learning;
import org.physioclr.knime.nodes.TableEdit;
import org.physioclr.knime.nodes.augmenter.EcgAugmenterFactory;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.knime.nodes.port.EncoderPortObjectSpec;
import org.physioclr.knime.nodes.port.RecipePortObject;
import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

/** PhysioCLR Pretrain on sixty made-up ECGs. */
class PretrainTest {

    private static final List<String> CURVE = List.of("Epoch", "Step", "Loss", "Contrastive loss",
        "Reconstruction error", "Peak error", "Validation loss", "Learning rate", "Positives per anchor");

    @TempDir
    private static Path folder;
    private static BufferedDataTable ecgs;

    @BeforeAll
    static void makeEcgs() {
        ecgs = Ecgs.synthetic(folder, 30, 2);
    }

    private static NodeRun pretrain(String method) {
        return Learning.pretrain(folder, method).input(ecgs);
    }

    private static EncoderCard card(NodeResult result) {
        return ((EncoderPortObjectSpec) result.spec("Encoder")).card().orElseThrow();
    }

    private static Path written(NodeResult result) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".safetensors");
        ((EncoderPortObject) result.output("Encoder")).writeTo(file, false);
        return file;
    }

    private static Map<String, Tensor> weights(NodeResult result) throws IOException {
        return Safetensors.read(written(result));
    }

    @Test
    void physioClrLearnsFromFeatureColumnsWithEveryTermInTheCurve() {
        List<String> messages = new ArrayList<>();
        NodeResult result = Learning.pretrain(folder, "PHYSIOCLR").set("training/epochs", 2)
            .set("training/validationShare", 0.2)
            .input(Learning.withFeatures(folder, ecgs).make())
            .onProgress((fraction, message) -> messages.add(message)).execute();
        TableContent curve = result.content("Training curve");
        assertEquals(CURVE, curve.columns());
        assertEquals(List.of("Epoch 1", "Epoch 2"), curve.keys());
        assertEquals(List.of(1, 2), curve.column("Epoch"));
        assertEquals(List.of(3, 6), curve.column("Step"), "48 ECGs of 24 patients in batches of 16");
        CURVE.forEach(column -> assertFalse(Double.isNaN(curve.numbers(column)[1]), column));
        double expected = curve.numbers("Contrastive loss")[1] + 0.2 * curve.numbers("Reconstruction error")[1]
            + 0.1 * curve.numbers("Peak error")[1];
        assertEquals(expected, curve.numbers("Loss")[1], 1e-4, "the terms with their weights make the loss");
        assertTrue(curve.numbers("Positives per anchor")[0] > 2, "more than a record's own views");
        EncoderCard card = card(result);
        assertEquals(FeatureLayout.COMPACT.names().size(),
            card.features().getAsJsonObject().getAsJsonArray("names").size());
        assertEquals(60, card.data().records());
        assertEquals(30, card.data().patients());
        assertEquals(2, card.curve().size());
        assertTrue(messages.stream().anyMatch(text -> text != null
            && text.matches("Epoch \\d/2 · loss .* · .* ECGs/s · cpu · about .* left")), messages.toString());
    }

    @Test
    void withoutFeatureColumnsPhysioClrIsRefusedNamingTheNodeThatMakesThem() {
        assertEquals("\"Positives by physiology\" needs feature columns, and the input table has none. Put the "
            + "Physiology Features node before this one, or switch the setting off.",
            pretrain("PHYSIOCLR").configure().failure());
        assertFalse(pretrain("PHYSIOCLR").set("physiology/positives", false).configure().isFailed());
        assertFalse(pretrain("CMSC").configure().isFailed());
    }

    @Test
    void termsThatAreOffAreMissingInTheCurve() {
        NodeResult result = pretrain("CMSC").set("training/validationShare", 0.0).execute();
        TableContent curve = result.content("Training curve");
        assertEquals(1, curve.size());
        for (String column : CURVE) {
            boolean off = List.of("Reconstruction error", "Peak error", "Validation loss").contains(column);
            assertEquals(off, curve.at(0, column) == null, column);
        }
        assertEquals(PretrainOptions.Method.CMSC, card(result).options().method());
        assertTrue(card(result).features().isJsonNull());
    }

    @Test
    void noneGivesRandomWeightsAndAnEmptyCurveFromTheRowsThatHaveAnEcg() throws IOException {
        BufferedDataTable some = new TableEdit(folder, ecgs).set("subject-00002-1", "ECG", null)
            .set("subject-00003-2", "ECG", null).make();
        NodeResult result = Learning.pretrain(folder, "NONE").set("signal/rateHz", 50.0).input(some).execute();
        assertEquals(CURVE, result.content("Training curve").columns());
        assertEquals(0, result.content("Training curve").size());
        assertEquals(List.of("2 rows have no ECG and were left out (subject-00002-1, subject-00003-2)"),
            result.warnings());
        assertTrue(weights(result).size() > 4);
        EncoderCard card = card(result);
        assertEquals(50, card.options().preprocessing().rateHz());
        assertEquals(2.5, card.options().preprocessing().segmentSeconds());
        assertEquals("NONE, TINY, " + card.embeddingLength() + " numbers an ECG, 50 Hz, 2.5 s segments, trained on 58 "
            + "ECGs of 30 patients", ((EncoderPortObject) result.output("Encoder")).getSummary());
    }

    @Test
    void equalSeedsGiveEqualFilesAndOthersDoNot() throws IOException {
        NodeResult recipe = new NodeRun(EcgAugmenterFactory.class.getName(), folder).input(ecgs)
            .set("baselineWander", 0.5).set("leadMasking", 0.5).execute();
        RecipePortObject port = (RecipePortObject) recipe.output("Augmentation recipe");
        NodeResult first = pretrain("SIMCLR").input("Augmentation recipe", port).execute();
        NodeResult again = pretrain("SIMCLR").input("Augmentation recipe", port).execute();
        assertArrayEquals(Files.readAllBytes(written(first)), Files.readAllBytes(written(again)));
        assertEquals(first.content("Training curve"), again.content("Training curve"));
        assertEquals(port.recipe().toText(), card(first).recipe());
        assertEquals(port.recipe(), AugmentationRecipe.parse(card(first).recipe()));
        assertEquals(card(first), card(again));
        NodeResult other = pretrain("SIMCLR").input("Augmentation recipe", port).set("training/seed", 2).execute();
        assertNotEquals(card(first).sha256(), card(other).sha256());
        assertEquals(card(first).data(), card(other).data());
    }

    @Test
    void trainingContinuesFromAnEncoder() throws IOException {
        NodeResult start = pretrain("NONE").set("training/seed", 7).execute();
        NodeResult result = pretrain("PHYSIOCLR").set("physiology/positives", false)
            .set("reconstruction/peakWeight", 0.0)
            .set("training/learningRate", 1e-9).set("training/weightDecay", 0.0)
            .input("Encoder to continue from", (EncoderPortObject) start.output("Encoder")).execute();
        Map<String, Tensor> expected = weights(start);
        Map<String, Tensor> actual = weights(result);
        assertEquals(expected.keySet(), actual.keySet());
        // a step of AdamW moves a weight by about 1e-9: what training began with is still there, means of batches aside
        expected.forEach((name, tensor) ->
            assertTrue(name.contains("running_") || near(tensor, actual.get(name)), name));
        assertTrue(expected.values().stream().anyMatch(tensor -> !isConstant(tensor.values())));
        TableContent curve = result.content("Training curve");
        assertTrue(curve.at(0, "Reconstruction error") != null, "α is 0.2");
        assertNull(curve.at(0, "Peak error"), "β is 0");
    }

    private static boolean near(Tensor expected, Tensor actual) {
        return IntStream.range(0, expected.values().length)
            .allMatch(i -> Math.abs(expected.values()[i] - actual.values()[i]) < 1e-6);
    }

    private static boolean isConstant(float[] values) {
        return Arrays.equals(values, 1, values.length, values, 0, values.length - 1);
    }

    @Test
    void tooLittleToLearnFromIsSaidWithARemedy() {
        BufferedDataTable one = new TableEdit(folder, ecgs).where(key -> key.startsWith("subject-00001")).make();
        assertEquals("Learning needs ECGs of at least two patients, but there is 1 to learn from. Add ECGs, or lower "
            + "the validation share.",
            Learning.pretrain(folder, "CMSC").set("training/validationShare", 0.0).input(one).execute().failure());
        assertEquals("No row of the table has an ECG. Connect a table that has some.", Learning.pretrain(folder, "CMSC")
            .input(new TableEdit(folder, one).set("ECG", null).make()).execute().failure());
    }

    @Test
    void settingsOutOfRangeAreRefusedByNameBeforeExecution() {
        Map<String, Object> wrong = Map.of("training/epochs", 0, "training/batchSize", 1, "training/learningRate", 0.0,
            "signal/rateHz", 10.0, "signal/segmentSeconds", 0.1, "contrast/temperature", 0.0,
            "training/validationShare",
            1.0, "contrast/leadMasking", 1.1, "machine/device", "gpu", "machine/heapMegabytes", 64);
        Map<String, String> named = Map.of("training/epochs", "Epochs must be between 1 and 100000, not 0",
            "training/batchSize", "Batch size must be between 2 and 65536, not 1", "training/learningRate",
            "Learning rate must be positive, not 0", "signal/rateHz",
            "Sampling rate [Hz] must be between 20 and 2000, not 10", "signal/segmentSeconds",
            "Segment [s] must be between 0.5 and 60, not 0.1", "contrast/temperature",
            "Temperature must be between 0.01 and 10, not 0", "training/validationShare",
            "Validation share must be between 0 and 0.9, not 1", "contrast/leadMasking",
            "Lead masking must be between 0 and 1, not 1.1", "machine/device",
            "Device must be auto, cpu or cuda:0, cuda:1 …, not \"gpu\"", "machine/heapMegabytes",
            "Memory [MB] must be between 128 and 1048576, not 64");
        Map<String, Object> more = Map.of("checkpoints/folder", "here", "training/accumulatedBatches", 0,
            "physiology/topPercent", 101.0, "physiology/negativeSimilarity", 0.75, "reconstruction/maskedOnly", true);
        Map<String, String> moreNamed = Map.of("checkpoints/folder",
            "Checkpoint folder must be an absolute path of a local folder, not \"here\"", "training/accumulatedBatches",
            "Accumulated batches must be between 1 and 1024, not 0", "physiology/topPercent",
            "Most similar pairs [%] must be between 0 and 100, not 101", "physiology/negativeSimilarity",
            "Negative below similarity must be between -1 and 0.5, not 0.75", "reconstruction/maskedOnly",
            "Error on masked samples alone needs masks: Masked leads and Masked time patches must not both be 0");
        more.forEach((setting, value) -> assertEquals(moreNamed.get(setting) + ". Change the setting in the dialog.",
            pretrain("CMSC").set(setting, value).configure().failure()));
        assertEquals("PhysioCLR needs a branch to learn from: switch the contrastive branch on, or give the "
            + "reconstruction or the peaks a weight above 0. Change the setting in the dialog.",
            pretrain("PHYSIOCLR").set("contrast/on", false).set("reconstruction/weight", 0.0)
            .set("reconstruction/peakWeight", 0.0).configure().failure());
        wrong.forEach((setting, value) -> assertEquals(named.get(setting) + ". Change the setting in the dialog.",
            pretrain("CMSC").set(setting, value).configure().failure()));
    }

    @Test
    void withoutAnEcgColumnItSaysWhatToConnect() {
        BufferedDataTable none = new TableEdit(folder, ecgs).without("ECG").make();
        assertEquals("The input table has no ECG column. Connect a node that gives ECGs, such as ECG Reader or ECG "
            + "Synthesizer.", Learning.pretrain(folder, "CMSC").input(none).configure().failure());
    }

    @Test
    void theEncodersSpecIsOpenUntilItIsTrained() {
        NodeResult configured = pretrain("CMSC").configure();
        assertTrue(((EncoderPortObjectSpec) configured.spec("Encoder")).card().isEmpty());
        assertEquals(CURVE, configured.tableSpec("Training curve").stream().map(column -> column.getName()).toList());
        assertEquals(List.of(), configured.warnings());
    }
}
