package org.physioclr.torch.protocol;

import static org.physioclr.core.run.Range.check;

import java.util.Objects;

/**
 * The masked autoencoder: a decoder reconstructs the clean signal from what the encoder makes of the masked one. The
 * loss is α · squared error + β · squared error at the peaks. Masks come on top of what a recipe does; without masks it
 * is an autoencoder that takes away noise.
 *
 * @param weight α of the error everywhere, 0 to 100
 * @param peakWeight β of the error at the peaks, 0 to 100
 * @param peaks what counts as a peak
 * @param leadMasking the share of a view's leads that are masked, rounded to leads, at least one being left; 0 to 1
 * @param patchMasking the share of a view's time patches that are masked, in all leads at once and rounded to patches,
 *     at least one being left; 0 to 1
 * @param patchSeconds the length of a patch, 0.02 to 10
 * @param maskedOnly whether only samples count that the encoder did not see
 */
public record Reconstruction(double weight, double peakWeight, Peaks peaks, double leadMasking, double patchMasking,
        double patchSeconds, boolean maskedOnly) {

    /** What counts as a peak. */
    public enum Peaks {
        /** 60 ms to both sides of each R peak. */
        AROUND_R,
        /** 60 ms to both sides of each R and T peak and 40 ms of each P peak, where there are such waves. */
        AROUND_WAVES,
        /** The sample of each R peak alone. */
        AT_R
    }

    /** No decoder. */
    public static final Reconstruction NONE = new Reconstruction(0, 0, Peaks.AROUND_R, 0, 0, 0.1, false);

    public Reconstruction {
        Objects.requireNonNull(peaks, "peaks");
        check("Weight of the reconstruction", weight, 0, 100);
        check("Weight of the peaks", peakWeight, 0, 100);
        check("Masked leads", leadMasking, 0, 1);
        check("Masked time patches", patchMasking, 0, 1);
        check("Patch [s]", patchSeconds, 0.02, 10);
        if (maskedOnly && leadMasking == 0 && patchMasking == 0) {
            throw new IllegalArgumentException("Error on masked samples alone needs masks: Masked leads and Masked "
                + "time patches must not both be 0");
        }
    }

    /** An autoencoder without masks. */
    public static Reconstruction of(double weight, double peakWeight) {
        return new Reconstruction(weight, peakWeight, Peaks.AROUND_R, 0, 0, 0.1, false);
    }

    /** Whether P and T waves have to be found. */
    public boolean usesWaves() {
        return peakWeight > 0 && peaks == Peaks.AROUND_WAVES;
    }

    /** Whether there is this branch. */
    public boolean on() {
        return weight > 0 || peakWeight > 0;
    }
}
