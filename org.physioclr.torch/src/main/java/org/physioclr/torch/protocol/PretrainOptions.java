package org.physioclr.torch.protocol;

import java.util.Objects;

/**
 * How an encoder is pretrained. Equal options, data and machine give equal weights on a CPU.
 *
 * @param method what is learnt from
 * @param encoder the encoder's size
 * @param preprocessing what is done to the ECGs
 * @param contrast the contrastive branch
 * @param reconstruction the masked autoencoder, of PhysioCLR alone
 * @param training the optimisation
 */
public record PretrainOptions(Method method, EncoderPreset encoder, Preprocessing preprocessing, Contrast contrast,
        Reconstruction reconstruction, Training training) {

    public PretrainOptions {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(encoder, "encoder");
        Objects.requireNonNull(preprocessing, "preprocessing");
        Objects.requireNonNull(contrast, "contrast");
        Objects.requireNonNull(reconstruction, "reconstruction");
        Objects.requireNonNull(training, "training");
        if (method == Method.PHYSIOCLR && !contrast.on() && !reconstruction.on()) {
            throw new IllegalArgumentException("PhysioCLR needs a branch to learn from: switch the contrastive branch "
                + "on, or give the reconstruction or the peaks a weight above 0");
        }
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

    /** Whether views are contrasted. */
    public boolean contrasts() {
        return method == Method.CMSC || method == Method.SIMCLR || method == Method.PHYSIOCLR && contrast.on();
    }

    /** Whether signals are reconstructed. */
    public boolean reconstructs() {
        return method == Method.PHYSIOCLR && reconstruction.on();
    }

    /** Whether the physiology of ECGs is looked at. */
    public boolean usesFeatures() {
        return method == Method.PHYSIOCLR && contrast.on() && contrast.features().on();
    }
}
