package org.physioclr.torch.protocol;

import static org.physioclr.core.run.Range.check;
import static org.physioclr.core.run.Range.checkPositive;

import java.util.Objects;

/**
 * How an encoder is pretrained. Equal options, data and machine give equal weights on a CPU.
 *
 * @param method what is learnt from
 * @param encoder the encoder's size
 * @param preprocessing what is done to the ECGs
 * @param objective the loss
 * @param training the optimisation
 */
public record PretrainOptions(Method method, EncoderPreset encoder, Preprocessing preprocessing, Objective objective,
        Training training) {

    public PretrainOptions {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(encoder, "encoder");
        Objects.requireNonNull(preprocessing, "preprocessing");
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(training, "training");
    }

    /** The source of what is learnt. */
    public enum Method {
        /** Physiology, neighbouring segments, beat-shuffled copies and reconstruction, each on its own switch. */
        PHYSIOCLR,
        /** Neighbouring segments of a record (Kiyasseh et al., CLOCS, ICML 2021). */
        CMSC,
        /** Two augmented copies of a segment (Chen et al., ICML 2020). */
        SIMCLR,
        /** Nothing: the weights stay random, as a baseline. */
        NONE
    }

    /** The encoders that can be made. */
    public enum EncoderPreset {
        /** A convolutional network of about 0.1 million parameters for trials on a CPU. */
        TINY,
        /** The same convolutions and four transformer layers, about 0.9 million parameters. */
        SMALL,
        /** A one-dimensional xResNet, about 0.9 million parameters (Strodthoff et al., IEEE JBHI 2021). */
        XRESNET1D50,
        /** wav2vec 2.0 for ECGs, 90.4 million parameters, the shape of the public ECG-FM weights; wants a GPU. */
        BASE
    }

    /**
     * The loss: contrastive + α · reconstruction + β · reconstruction around the peaks.
     *
     * @param featurePositives whether ECGs of similar physiology are positives of each other
     * @param featureWeight the weight λ of such positives, those of the same record having 1; 0 to 10
     * @param positiveSimilarity δ⁺: from this cosine similarity of their features on, two ECGs are positives; -1 to 1
     * @param negativeSimilarity δ⁻ ≤ δ⁺: below it they are negatives; pairs in between are left out
     * @param beatShuffle whether a beat-shuffled copy is a view
     * @param neighbour whether the neighbouring segment is a view
     * @param temperature τ, which divides similarities; 0.01 to 10
     * @param leadMasking the probability that a lead of a view is masked where no recipe says otherwise; 0 to 1
     * @param reconstructionWeight α, 0 to 100
     * @param peakWeight β, 0 to 100
     */
    public record Objective(boolean featurePositives, double featureWeight, double positiveSimilarity,
            double negativeSimilarity, boolean beatShuffle, boolean neighbour, double temperature, double leadMasking,
            double reconstructionWeight, double peakWeight) {

        public Objective {
            check("Weight of feature positives", featureWeight, 0, 10);
            check("Positive above similarity", positiveSimilarity, -1, 1);
            check("Negative below similarity", negativeSimilarity, -1, positiveSimilarity);
            check("Temperature", temperature, 0.01, 10);
            check("Lead masking", leadMasking, 0, 1);
            check("Weight of the reconstruction", reconstructionWeight, 0, 100);
            check("Weight of the peaks", peakWeight, 0, 100);
        }
    }

    /**
     * The optimisation: AdamW with linear warm-up and cosine decay.
     *
     * @param epochs passes over the training ECGs, 1 to 100,000
     * @param batchSize ECGs a step, 2 to 65,536
     * @param learningRate its highest value, above 0 and at most 1
     * @param weightDecay decoupled weight decay, 0 to 1
     * @param warmUpShare the share of the steps in which the learning rate rises, 0 to 1
     * @param gradientClip the largest norm of a gradient; 0 clips nothing
     * @param validationShare the share of the patients held out to watch the loss, 0 to 0.9
     * @param patience epochs without a better validation loss before it stops; 0 never stops early
     * @param maxMinutes the time after which no epoch is begun; 0 sets no limit
     * @param seed draws weights, order and augmentations
     */
    public record Training(int epochs, int batchSize, double learningRate, double weightDecay, double warmUpShare,
            double gradientClip, double validationShare, int patience, double maxMinutes, int seed) {

        public Training {
            check("Epochs", epochs, 1, 100_000);
            check("Batch size", batchSize, 2, 65_536);
            checkPositive("Learning rate", learningRate);
            check("Learning rate", learningRate, 0, 1);
            check("Weight decay", weightDecay, 0, 1);
            check("Warm-up", warmUpShare, 0, 1);
            check("Gradient clipping", gradientClip, 0, 1e6);
            check("Validation share", validationShare, 0, 0.9);
            check("Patience [epochs]", patience, 0, 100_000);
            check("Time limit [min]", maxMinutes, 0, 1e6);
        }
    }
}
