package org.physioclr.core.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.ZeroPhaseFilter;

/**
 * Finds R peaks in all leads together. Each lead is band-passed to 8–20 Hz, where QRS complexes stand out, and scaled
 * by its own strength; the sum of squares is searched for blocks in which a short moving average exceeds a long one
 * (Elgendi, PLoS ONE 8(9): e73557, 2013: windows of 97 and 611 ms, offset 8 % of the mean). To that come: energy is
 * capped at a multiple of its usual maximum, so that an artefact hides no beats; of two peaks within the refractory
 * time the stronger stays; and long gaps are searched again with a lower offset. Time is linear in the samples.
 */
public final class RPeakDetector {

    private static final double LOW_HZ = 8;
    private static final double HIGH_HZ = 20;
    private static final double QRS_SECONDS = 0.097;
    private static final double BEAT_SECONDS = 0.611;
    private static final double OFFSET = 0.08;
    private static final double REFRACTORY_SECONDS = 0.25;
    private static final double T_SECONDS = 0.36;
    private static final double LONG_GAP = 1.6;
    private static final double FLAT_MV = 0.02;
    private static final double LEAST_ENERGY = 1e-3;

    private RPeakDetector() {
    }

    /**
     * The R peaks of a record.
     *
     * @param record any leads, 50 Hz or more; missing samples are bridged by silence
     * @return sample indices, ascending; none if the record is shorter than a second or no lead has a signal
     */
    public static int[] detect(EcgRecord record) {
        if (record.durationSeconds() < 1 || record.rateHz() < 2.5 * HIGH_HZ) {
            return new int[0];
        }
        double[][] filtered = filtered(record);
        double[] energy = energy(filtered, record);
        double cap = 3 * usualMaximum(energy, LEAST_ENERGY, record.rateHz());
        if (!(cap > 0)) {
            return new int[0];
        }
        double[] capped = new double[energy.length];
        double mean = 0;
        for (int i = 0; i < capped.length; i++) {
            capped[i] = energy[i] < cap ? energy[i] : cap;
            mean += capped[i];
        }
        mean /= capped.length;
        MovingAverage averages = MovingAverage.of(capped);
        double[] qrs = averages.centred(samples(QRS_SECONDS, record));
        double[] beat = averages.centred(samples(BEAT_SECONDS, record));
        Blocks blocks =
            new Blocks(energy, qrs, beat, samples(QRS_SECONDS, record), samples(REFRACTORY_SECONDS, record));
        int[] peaks = blocks.peaks(0, energy.length, OFFSET * mean, 0);
        int[] all = blocks.withoutFaintEnds(blocks.searchBack(peaks, LONG_GAP, OFFSET * mean / 4));
        int[] beats = blocks.withoutTWaves(all, samples(T_SECONDS, record));
        return new SteadyRhythm(filtered, qrs, record.rateHz()).repaired(beats);
    }

    private static int samples(double seconds, EcgRecord record) {
        return Math.max(1, (int) Math.round(seconds * record.rateHz()));
    }

    /** The band-passed leads, each in units of its usual maximum, without those that have no signal. */
    private static double[][] filtered(EcgRecord record) {
        ZeroPhaseFilter filter = ZeroPhaseFilter.bandPass(2, LOW_HZ, HIGH_HZ, record.rateHz());
        List<double[]> leads = new ArrayList<>();
        for (float[] lead : record.samplesMv()) {
            double[] filtered = filter.apply(LeadSignals.bridged(lead));
            double strength = usualMaximum(filtered, FLAT_MV, record.rateHz());
            if (strength > 0) {
                double scale = 1 / strength;
                for (int i = 0; i < filtered.length; i++) {
                    filtered[i] *= scale;
                }
                leads.add(filtered);
            }
        }
        return leads.toArray(double[][]::new);
    }

    /** The sum of the squares over the leads. */
    private static double[] energy(double[][] filtered, EcgRecord record) {
        double[] sum = new double[record.length()];
        for (double[] lead : filtered) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += lead[i] * lead[i];
            }
        }
        return sum;
    }

    /**
     * The median of the maxima of consecutive stretches, those aside in which nothing rises above the floor: the usual
     * height of a QRS, whatever the worst stretch holds and however few have a beat. 0 if nothing rises above the
     * floor.
     */
    private static double usualMaximum(double[] signal, double floor, double rateHz) {
        int window = (int) Math.round(1.2 * rateHz);
        int count = Math.max(1, signal.length / window);
        double[] maxima = new double[count];
        for (int k = 0; k < count; k++) {
            int to = Math.min(signal.length, (k + 1) * window);
            double highest = 0;
            for (int i = k * window; i < to; i++) {
                double height = Math.abs(signal[i]);
                highest = height > highest ? height : highest;
            }
            maxima[k] = highest;
        }
        double[] heights = Arrays.stream(maxima).filter(height -> height > floor).sorted().toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }
}
