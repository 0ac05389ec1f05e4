package org.physioclr.knime.nodes.augmenter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.host.NodeResult;
import org.physioclr.host.NodeRun;
import org.physioclr.host.TableContent;
import org.physioclr.knime.nodes.Ecgs;
import org.physioclr.knime.nodes.TableEdit;
import org.physioclr.knime.nodes.port.RecipePortObject;
import org.physioclr.knime.nodes.port.RecipePortObjectSpec;

/** The ECG Augmenter. */
class EcgAugmenterTest {

    private static final List<String> SWITCHES = List.of("heartbeatShuffle", "timeShift", "vcgTransform",
        "amplitudeScaling", "leadReversal", "baselineWander", "muscleNoise", "powerline", "gaussianNoise",
        "leadMasking", "timeMasking");

    @TempDir
    private Path folder;
    private BufferedDataTable ecgs;

    @BeforeEach
    void makeEcgs() {
        ecgs = Ecgs.synthetic(folder, 6, 1);
    }

    private NodeRun augmenter() {
        return new NodeRun(EcgAugmenterFactory.class.getName(), folder).input(ecgs);
    }

    private NodeRun all(double probability) {
        NodeRun augmenter = augmenter();
        SWITCHES.forEach(name -> augmenter.set(name, probability));
        return augmenter;
    }

    private static AugmentationRecipe recipe(NodeResult configured) {
        return ((RecipePortObjectSpec) configured.spec("Augmentation recipe")).recipe();
    }

    private static void assertSameSignals(Map<String, EcgRecord> expected, Map<String, EcgRecord> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        actual.forEach((key, ecg) -> assertArrayEquals(expected.get(key).samplesMv(), ecg.samplesMv(), key));
    }

    @Test
    void theRecipeIsKnownBeforeExecution() {
        assertEquals("""
            heartbeat shuffle cutFraction=0.62 crossFadeSeconds=0.015 probability=1.0
            lead masking share=0.25 probability=1.0""", recipe(augmenter().configure()).toText());
        assertEquals(ecgs.getDataTableSpec(), augmenter().configure().tableSpec("Augmented ECGs"));
        RecipePortObject port = (RecipePortObject) augmenter().execute().output("Augmentation recipe");
        assertEquals(recipe(augmenter().configure()), port.recipe());
    }

    @Test
    void everySwitchIsAStepInTheOrderOfTheDialogWithItsStrength() {
        assertEquals("""
            heartbeat shuffle cutFraction=0.62 crossFadeSeconds=0.015 probability=0.5
            time shift maxSeconds=0.2 probability=0.5
            vcg transform maxDegrees=15.0 maxScale=1.2 probability=0.5
            amplitude scaling lowest=0.8 highest=1.25 probability=0.5
            lead reversal probability=0.5
            baseline wander maxMv=0.3 probability=0.5
            muscle noise maxMv=0.05 probability=0.5
            powerline hz=60.0 maxMv=0.05 probability=0.5
            gaussian noise maxMv=0.03 probability=0.5
            lead masking share=0.25 probability=0.5
            time masking share=0.1 probability=0.5""",
            recipe(all(0.5).set("wanderMv", 0.3).set("powerlineHz", 60.0).configure()).toText());
    }

    @Test
    void theSignalChangesAndNothingElseOfTheRow() {
        NodeResult result = augmenter().execute();
        TableContent input = TableContent.of(ecgs);
        TableContent output = result.content("Augmented ECGs");
        assertEquals(input.columns(), output.columns());
        assertEquals(input.keys().stream().map(key -> key + "|augmented 1").toList(), output.keys());
        Map<String, EcgRecord> before = Ecgs.of(ecgs);
        Map<String, EcgRecord> after = Ecgs.of(result.table("Augmented ECGs"));
        for (String key : input.keys()) {
            EcgRecord changed = after.get(key + "|augmented 1");
            assertEquals(input.row(key).subList(1, input.columns().size()),
                output.row(key + "|augmented 1").subList(1, input.columns().size()));
            assertFalse(Arrays.deepEquals(before.get(key).samplesMv(), changed.samplesMv()), key);
            assertEquals(before.get(key).id(), changed.id());
            assertEquals(before.get(key).patient(), changed.patient());
            assertEquals(before.get(key).length(), changed.length());
            assertEquals(before.get(key).leads(), changed.leads());
        }
    }

    @Test
    void copiesFollowTheirOriginal() {
        NodeResult result = augmenter().set("copies", 2).set("keepOriginals", true).execute();
        TableContent output = result.content("Augmented ECGs");
        assertEquals(18, output.size());
        String first = TableContent.of(ecgs).keys().get(0);
        assertEquals(List.of(first, first + "|augmented 1", first + "|augmented 2"), output.keys().subList(0, 3));
        Map<String, EcgRecord> signals = Ecgs.of(result.table("Augmented ECGs"));
        assertArrayEquals(Ecgs.of(ecgs).get(first).samplesMv(), signals.get(first).samplesMv());
        assertFalse(Arrays.deepEquals(signals.get(first + "|augmented 1").samplesMv(),
            signals.get(first + "|augmented 2").samplesMv()), "copies differ");
    }

    @Test
    void aTableMayBeAugmentedAgain() {
        String first = TableContent.of(ecgs).keys().get(0);
        for (int round = 1; round <= 3; round++) {
            ecgs = augmenter().set("keepOriginals", true).execute().table("Augmented ECGs");
        }
        assertEquals(List.of(first, first + "|augmented 3.1", first + "|augmented 2.1",
            first + "|augmented 2.1|augmented 3.1", first + "|augmented 1"),
            TableContent.of(ecgs).keys().subList(0, 5));
    }

    @Test
    void aMissingEcgStaysWithOneWarning() {
        ecgs = new TableEdit(folder, ecgs).set("subject-00002-1", "ECG", null).make();
        NodeResult result = augmenter().set("copies", 2).execute();
        TableContent output = result.content("Augmented ECGs");
        assertEquals(11, output.size());
        assertNull(output.at("subject-00002-1", "ECG"));
        assertEquals(TableContent.of(ecgs).row("subject-00002-1"), output.row("subject-00002-1"));
        assertEquals(List.of("1 row has no ECG and stays as it is (subject-00002-1)"), result.warnings());
    }

    @Test
    void whatARowDrawsDependsOnItsKeyAndTheSeedAlone() {
        Map<String, EcgRecord> expected = Ecgs.of(all(0.5).execute().table("Augmented ECGs"));
        BufferedDataTable original = ecgs;
        ecgs = new TableEdit(folder, original).reversed().make();
        assertSameSignals(expected, Ecgs.of(all(0.5).execute().table("Augmented ECGs")));
        ecgs = new TableEdit(folder, original).where(key -> key.compareTo("subject-00004") < 0).make();
        Map<String, EcgRecord> few = Ecgs.of(all(0.5).execute().table("Augmented ECGs"));
        assertEquals(3, few.size());
        few.forEach((key, ecg) -> assertArrayEquals(expected.get(key).samplesMv(), ecg.samplesMv(), key));
        Map<String, EcgRecord> others = Ecgs.of(all(0.5).set("seed", 2).execute().table("Augmented ECGs"));
        others.forEach((key, ecg) -> assertFalse(Arrays.deepEquals(expected.get(key).samplesMv(), ecg.samplesMv())));
    }

    @Test
    void withAllProbabilities0TheRecipeIsEmptyAndSignalsStay() {
        NodeResult result = all(0).execute();
        assertTrue(((RecipePortObject) result.output("Augmentation recipe")).recipe().isEmpty());
        assertEquals("No augmentation", ((RecipePortObject) result.output(1)).getSummary());
        Map<String, EcgRecord> before = Ecgs.of(ecgs);
        Ecgs.of(result.table("Augmented ECGs")).forEach((key, ecg) ->
            assertArrayEquals(before.get(key.replace("|augmented 1", "")).samplesMv(), ecg.samplesMv(), key));
    }

    @Test
    void strengthsAndProbabilitiesOutOfRangeAreRefusedByNameBeforeExecution() {
        String remedy = ". Change the setting in the dialog.";
        assertEquals("Baseline wander: maxMv must be between 0 and 5, not 9" + remedy,
            augmenter().set("wanderMv", 9.0).configure().failure());
        assertEquals("Heartbeat shuffle: cutFraction must be between 0.4 and 0.9, not 1.1" + remedy,
            augmenter().set("shuffleCut", 1.1).configure().failure());
        assertEquals("Turn the heart: maxDegrees must be between 0 and 90, not -1" + remedy,
            augmenter().set("vcgDegrees", -1.0).configure().failure());
        assertEquals("Lead masking: probability must be between 0 and 1, not 1.5" + remedy,
            augmenter().set("leadMasking", 1.5).configure().failure());
        assertEquals("Copies per ECG must be between 1 and 10000, not 0" + remedy,
            augmenter().set("copies", 0).configure().failure());
    }

    @Test
    void withoutAnEcgColumnItSaysWhatToConnect() {
        ecgs = new TableEdit(folder, ecgs).without("ECG").make();
        assertEquals("The input table has no ECG column. Connect a node that gives ECGs, such as ECG Reader or ECG "
            + "Synthesizer.", augmenter().configure().failure());
        assertEquals("The input table has no ECG column \"Sex\". Choose another one in the dialog.",
            augmenter().set("ecgColumn", "Sex").configure().failure());
    }

    @Test
    void progressRisesTo1AndCancelIsHeard() {
        List<Double> fractions = new ArrayList<>();
        augmenter().onProgress((fraction, message) -> fractions.add(fraction)).execute().table(0);
        assertEquals(6, fractions.size());
        assertEquals(1.0, fractions.get(5));
        NodeRun cancelled = augmenter();
        cancelled.onProgress((fraction, message) -> cancelled.cancel());
        assertTrue(cancelled.execute().isCancelled());
    }
}
