package org.physioclr.torch.protocol;

import static org.physioclr.core.run.Range.check;
import static org.physioclr.core.run.Range.checkPositive;

import java.util.Objects;

/**
 * The optimisation, by AdamW.
 *
 * @param epochs passes over the training ECGs, 1 to 100,000
 * @param batchSize ECGs that are contrasted with each other, 2 to 65,536
 * @param accumulation batches whose gradients make a step, 1 to 1,024; negatives stay those of a batch
 * @param learningRate its highest value, above 0 and at most 1
 * @param schedule how it goes on after the warm-up
 * @param warmUpShare the share of the steps in which the learning rate rises, 0 to 1
 * @param weightDecay decoupled weight decay, 0 to 1
 * @param gradientClip the largest norm of a gradient; 0 clips nothing
 * @param validationShare the share of the patients held out to watch the loss, 0 to 0.9
 * @param patience epochs without a better validation loss before it stops; 0 never stops early
 * @param maxMinutes the time after which no epoch is begun, counted anew when a training is resumed; 0 sets no limit
 * @param halfPrecision whether prepared signals are stored in 16 bits, which halves what they take on disk
 * @param seed draws weights, order and augmentations
 */
public record Training(int epochs, int batchSize, int accumulation, double learningRate, Schedule schedule,
        double warmUpShare, double weightDecay, double gradientClip, double validationShare, int patience,
        double maxMinutes, boolean halfPrecision, int seed) {

    /** How the learning rate goes on after the warm-up. */
    public enum Schedule {
        /** It falls to zero as half a cosine. */
        COSINE,
        /** It stays. */
        CONSTANT
    }

    public Training {
        Objects.requireNonNull(schedule, "schedule");
        check("Epochs", epochs, 1, 100_000);
        check("Batch size", batchSize, 2, 65_536);
        check("Accumulated batches", accumulation, 1, 1024);
        checkPositive("Learning rate", learningRate);
        check("Learning rate", learningRate, 0, 1);
        check("Weight decay", weightDecay, 0, 1);
        check("Warm-up", warmUpShare, 0, 1);
        check("Gradient clipping", gradientClip, 0, 1e6);
        check("Validation share", validationShare, 0, 0.9);
        check("Patience [epochs]", patience, 0, 100_000);
        check("Time limit [min]", maxMinutes, 0, 1e6);
    }

    /** The usual optimisation: cosine after a tenth of warm-up, little decay, gradients clipped at 1, all ECGs. */
    public static Training of(int epochs, int batchSize, int seed) {
        return new Training(epochs, batchSize, 1, 0.003, Schedule.COSINE, 0.1, 0.01, 1, 0, 0, 0, false, seed);
    }

    /** The same optimisation, watched by held-out patients. */
    public Training validated(double share, int patienceEpochs) {
        return new Training(epochs, batchSize, accumulation, learningRate, schedule, warmUpShare, weightDecay,
            gradientClip, share, patienceEpochs, maxMinutes, halfPrecision, seed);
    }
}
