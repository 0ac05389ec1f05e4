package org.physioclr.core.beat;

import java.util.Arrays;

import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.ZeroPhaseFilter;

/**
 * Finds R peaks in all leads together. Each lead is band-passed to 8–20 Hz, where QRS complexes stand out, and scaled by
 * its own strength; the sum of squares is searched for blocks in which a short moving average exceeds a long one
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
        double[] energy = energy(record);
        double cap = 3 * usualMaximum(energy, LEAST_ENERGY, record.rateHz());
        if (!(cap > 0)) {
            return new int[0];
        }
        double[] capped = Arrays.stream(energy).map(value -> Math.min(value, cap)).toArray();
        double[] qrs = MovingAverage.centred(capped, samples(QRS_SECONDS, record));
        double[] beat = MovingAverage.centred(capped, samples(BEAT_SECONDS, record));
        double mean = Arrays.stream(capped).average().orElse(0);
        Blocks blocks = new Blocks(energy, qrs, beat, samples(QRS_SECONDS, record), samples(REFRACTORY_SECONDS, record));
        int[] peaks = blocks.peaks(0, energy.length, OFFSET * mean, 0);
        return blocks.withoutFaintEnds(blocks.searchBack(peaks, LONG_GAP, OFFSET * mean / 4));
    }

    private static int samples(double seconds, EcgRecord record) {
        return Math.max(1, (int) Math.round(seconds * record.rateHz()));
    }

    /** The sum over the leads of the squared band-passed signal, each lead in units of its usual maximum. */
    private static double[] energy(EcgRecord record) {
        ZeroPhaseFilter filter = ZeroPhaseFilter.bandPass(2, LOW_HZ, HIGH_HZ, record.rateHz());
        double[] sum = new double[record.length()];
        for (float[] lead : record.samplesMv()) {
            double[] filtered = filter.apply(silenced(lead));
            for (int i = 0; i < filtered.length; i++) {
                filtered[i] *= filtered[i];
            }
            double strength = usualMaximum(filtered, FLAT_MV * FLAT_MV, record.rateHz());
            if (strength > 0) {
                for (int i = 0; i < filtered.length; i++) {
                    sum[i] += filtered[i] / strength;
                }
            }
        }
        return sum;
    }

    /** The lead with missing samples bridged in a straight line, so that a gap rings in no filter. */
    private static double[] silenced(float[] lead) {
        double[] signal = new double[lead.length];
        int last = -1;
        for (int i = 0; i < lead.length; i++) {
            if (Float.isFinite(lead[i])) {
                signal[i] = lead[i];
                for (int j = last + 1; j < i; j++) {
                    double share = last < 0 ? 1 : (double) (j - last) / (i - last);
                    signal[j] = (last < 0 ? lead[i] : lead[last]) * (1 - share) + lead[i] * share;
                }
                last = i;
            }
        }
        if (last >= 0) {
            Arrays.fill(signal, last + 1, lead.length, lead[last]);
        }
        return signal;
    }

    /**
     * The median of the maxima of consecutive stretches, those aside in which nothing rises above the floor: the usual
     * height of a QRS, whatever the worst stretch holds and however few have a beat. 0 if nothing rises above the floor.
     */
    private static double usualMaximum(double[] signal, double floor, double rateHz) {
        int window = (int) Math.round(1.2 * rateHz);
        int count = Math.max(1, signal.length / window);
        double[] maxima = new double[count];
        for (int k = 0; k < count; k++) {
            for (int i = k * window; i < Math.min(signal.length, (k + 1) * window); i++) {
                maxima[k] = Math.max(maxima[k], signal[i]);
            }
        }
        double[] heights = Arrays.stream(maxima).filter(height -> height > floor).sorted().toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }
}
