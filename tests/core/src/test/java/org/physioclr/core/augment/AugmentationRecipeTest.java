package org.physioclr.core.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.physioclr.core.run.Seed;
import org.physioclr.core.signal.EcgRecord;

class AugmentationRecipeTest {

    private static final EcgRecord ECG = Ecgs.twelve(1000, 1);
    private static final int[] R_PEAKS = {100, 300, 500, 700, 900};

    private static AugmentationRecipe recipe(AugmentationRecipe.Step... steps) {
        return new AugmentationRecipe(List.of(steps));
    }

    @Test
    void everyAugmentationSurvivesItsText() {
        AugmentationRecipe recipe = new AugmentationRecipe(AugmentationTest.all().stream()
            .map(augmentation -> new AugmentationRecipe.Step(augmentation, 0.3)).toList());
        assertEquals(recipe, AugmentationRecipe.parse(recipe.toText()));
        assertEquals(AugmentationRecipe.EMPTY, AugmentationRecipe.parse(AugmentationRecipe.EMPTY.toText()));
    }

    @Test
    void theTextIsWhatIsDocumented() {
        assertEquals("heartbeat shuffle cutFraction=0.62 crossFadeSeconds=0.015 probability=1.0",
            recipe(new AugmentationRecipe.Step(new Augmentation.HeartbeatShuffle(0.62, 0.015), 1)).toText());
    }

    @Test
    void whatIsLeftOutHasItsDefaultAndBlankLinesAndCaseDoNotMatter() {
        assertEquals(recipe(new AugmentationRecipe.Step(new Augmentation.LeadMasking(0.25), 1),
            new AugmentationRecipe.Step(new Augmentation.Powerline(60, 0.05), 0.5)),
            AugmentationRecipe.parse("\n  Lead Masking \n\npowerline  hz=60   probability=0.5\n"));
    }

    private static String error(String text) {
        return assertThrows(IllegalArgumentException.class, () -> AugmentationRecipe.parse(text)).getMessage();
    }

    @Test
    void aMistakeIsNamedWithItsLineAndWhatIsPossible() {
        assertTrue(error("lead masking\nlaed masking share=0.1").startsWith(
            "Unknown augmentation in \"laed masking share=0.1\". Known are: heartbeat shuffle, lead masking, "));
        assertEquals("\"shaer=0.1\" in \"lead masking shaer=0.1\" is none of share, probability",
            error("lead masking shaer=0.1"));
        assertEquals("\"share=ten\" in \"lead masking share=ten\" is no number", error("lead masking share=ten"));
        assertEquals("share must be between 0 and 1, not 3", error("lead masking share=3"));
        assertEquals("probability must be between 0 and 1, not 2", error("lead masking probability=2"));
    }

    @Test
    void stepsAreDoneInTheirOrderOnTheResultOfTheOneBefore() {
        AugmentationRecipe twice = recipe(new AugmentationRecipe.Step(new Augmentation.LeadReversal(), 1),
            new AugmentationRecipe.Step(new Augmentation.LeadReversal(), 1));
        assertArrayEquals(ECG.samplesMv(), twice.apply(ECG, R_PEAKS, new Seed(1).generator()).samplesMv());
    }

    @Test
    void theProbabilityIsKept() {
        AugmentationRecipe sometimes = recipe(new AugmentationRecipe.Step(new Augmentation.LeadReversal(), 0.3));
        int done = 0;
        for (long seed = 0; seed < 1000; seed++) {
            done += sometimes.apply(ECG, R_PEAKS, new Seed(seed).generator())
                .samplesMv()[0][10] != ECG.samplesMv()[0][10] ? 1 : 0;
        }
        assertEquals(300, done, 50); // 3.4 standard deviations
    }

    @Test
    void aRecipeCanBeNarrowedToSomeOfItsSteps() {
        AugmentationRecipe recipe = recipe(new AugmentationRecipe.Step(new Augmentation.LeadReversal(), 1),
            new AugmentationRecipe.Step(new Augmentation.LeadMasking(0.5), 1));
        assertEquals(1, recipe.only(Augmentation.LeadMasking.class::isInstance).steps().size());
        assertTrue(recipe.only(Augmentation.TimeShift.class::isInstance).isEmpty());
    }
}
