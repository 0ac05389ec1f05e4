package org.physioclr.torch.protocol;

import static org.physioclr.core.run.Range.check;

import java.util.List;

/**
 * How linear probes are fitted.
 *
 * @param encoderName what the blocks of the probed encoder are called, not blank
 * @param fractionsPercent the shares of the training labels to use, each above 0 and at most 100
 * @param draws how often each share below 100 % is drawn, 1 to 1,000
 * @param folds of the cross-validation by patient that chooses the penalty, 2 to 100
 * @param fewestPositives a label with fewer positives, or negatives, in training is not fitted; at least 1
 * @param balanced whether both outcomes weigh alike
 * @param randomEncoder whether the same architecture with random weights is probed, too
 * @param physiologyFeatures whether the feature columns are probed, too
 * @param seed draws folds, fractions and the random encoder
 */
public record ProbeOptions(String encoderName, List<Double> fractionsPercent, int draws, int folds, int fewestPositives,
        boolean balanced, boolean randomEncoder, boolean physiologyFeatures, int seed) {

    /** What the blocks of random weights are called. */
    public static final String RANDOM_ENCODER = "Random encoder";

    /** What the blocks of the feature columns are called. */
    public static final String PHYSIOLOGY_FEATURES = "Physiology features";

    public ProbeOptions {
        if (encoderName.isBlank() || encoderName.equals(RANDOM_ENCODER) || encoderName.equals(PHYSIOLOGY_FEATURES)) {
            throw new IllegalArgumentException("Name of the encoder must not be empty, \"" + RANDOM_ENCODER
                + "\" or \"" + PHYSIOLOGY_FEATURES + "\"");
        }
        fractionsPercent = List.copyOf(fractionsPercent);
        if (fractionsPercent.isEmpty()) {
            throw new IllegalArgumentException("Label fractions [%] must name at least one share, such as 100");
        }
        for (double fraction : fractionsPercent) {
            if (!(fraction > 0 && fraction <= 100)) {
                throw new IllegalArgumentException("Label fractions [%] must be above 0 and at most 100, not "
                    + fraction);
            }
        }
        check("Draws", draws, 1, 1000);
        check("Folds", folds, 2, 100);
        check("Fewest positives", fewestPositives, 1, Integer.MAX_VALUE);
    }
}
