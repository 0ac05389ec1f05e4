package org.physioclr.core.feature;

import java.util.List;

import org.physioclr.core.beat.Beat;

/** The features of single beats, in lead II or, without it, the first lead. */
final class BeatFeatures {

    /** How many beats from the first on have features of their own. */
    static final int BEATS = 10;

    private BeatFeatures() {
    }

    static List<Feature> of(int beat) {
        String prefix = "Beat " + beat + " ";
        return List.of(
            Feature.of(prefix + "RR", "ms", "From the R peak before; missing for the first beat"),
            Feature.of(prefix + "PR", "ms", "P onset to QRS onset"),
            Feature.of(prefix + "QRS", "ms", "QRS onset to offset"),
            Feature.of(prefix + "QTc", "ms", "QT / sqrt(RR in s), RR being the one before"),
            Feature.of(prefix + "P duration", "ms", "P onset to offset"),
            Feature.of(prefix + "T duration", "ms", "T onset to offset"),
            Feature.of(prefix + "R amplitude", "mV", "Highest point of QRS above the baseline before it"),
            Feature.of(prefix + "T amplitude", "mV", "Largest deviation of T from that baseline, signed"),
            Feature.of(prefix + "P amplitude", "mV", "Largest deviation of P from that baseline, signed"),
            Feature.of(prefix + "QRS slope", "mV/ms", "Steepest slope from QRS onset to R peak, absolute"));
    }

    /**
     * The values, in the order of {@link #of}.
     *
     * @param lead the samples of the lead in millivolts
     * @param rr in seconds, NaN for the first beat
     */
    static double[] values(Beat beat, float[] lead, double rateHz, double rr) {
        double msPerSample = 1000 / rateHz;
        double baseline = Baseline.before(lead, beat.qrs(), rateHz);
        Intervals intervals = Intervals.of(beat, msPerSample);
        return new double[] {1000 * rr, intervals.pr(), intervals.qrs(), intervals.qt() / Math.sqrt(rr),
            beat.p().length() * msPerSample, beat.t().length() * msPerSample,
            Extremes.highest(lead, beat.qrs()) - baseline, Extremes.signed(lead, beat.t(), baseline),
            Extremes.signed(lead, beat.p(), baseline), Extremes.steepest(lead, beat.qrs()) / msPerSample};
    }
}
