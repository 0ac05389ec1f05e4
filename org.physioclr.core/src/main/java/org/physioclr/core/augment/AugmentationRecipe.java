package org.physioclr.core.augment;

import static org.physioclr.core.run.Range.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.physioclr.core.signal.EcgRecord;

/**
 * Augmentations applied one after another, each with a probability.
 *
 * @param steps in the order of application
 */
public record AugmentationRecipe(List<Step> steps) {

    /** A recipe that changes nothing. */
    public static final AugmentationRecipe EMPTY = new AugmentationRecipe(List.of());

    public AugmentationRecipe {
        steps = List.copyOf(steps);
    }

    /**
     * One augmentation of a recipe.
     *
     * @param augmentation what is done
     * @param probability how likely it is done, 0 to 1
     */
    public record Step(Augmentation augmentation, double probability) {
        public Step {
            check("probability", probability, 0, 1);
        }
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The recipe of those steps alone whose augmentation is wanted. */
    public AugmentationRecipe only(Predicate<Augmentation> wanted) {
        return new AugmentationRecipe(steps.stream().filter(step -> wanted.test(step.augmentation())).toList());
    }

    /**
     * Draws one augmented version of a record.
     *
     * @param record the record, which is not written to
     * @param rPeaks its R peaks, ascending sample indices
     * @param random what is left to chance is drawn from here
     */
    public EcgRecord apply(EcgRecord record, int[] rPeaks, RandomGenerator random) {
        EcgRecord augmented = record;
        for (Step step : steps) {
            if (random.nextDouble() < step.probability()) {
                augmented = augmented.withSamples(step.augmentation().apply(augmented, rPeaks, random));
            }
        }
        return augmented;
    }

    /**
     * The canonical text: a line a step, such as {@code heartbeat shuffle cutFraction=0.62 crossFadeSeconds=0.015
     * probability=1.0}.
     */
    public String toText() {
        return steps.stream().map(StepText::write).collect(Collectors.joining("\n"));
    }

    /**
     * Reads a recipe. A number that is left out has its default, the probability 1; blank lines are skipped.
     *
     * @param text as {@link #toText()} writes it
     * @throws IllegalArgumentException if a line is no step, with the line and what is possible
     */
    public static AugmentationRecipe parse(String text) {
        List<Step> steps = new ArrayList<>();
        for (String line : text.split("\\R")) {
            if (!line.isBlank()) {
                steps.add(StepText.parse(line.strip()));
            }
        }
        return new AugmentationRecipe(steps);
    }
}
