package org.physioclr.core.signal;

/**
 * What to do about missing samples, which are NaN everywhere in this library. Short gaps are bridged; longer ones stay
 * NaN through filters, resampling and normalisation and become zeros with a mask only where a model needs numbers.
 * No method writes to its argument.
 */
public final class MissingSamples {

    /** Gaps up to this long are bridged by a straight line before a model sees the signal. */
    public static final double SHORT_GAP_SECONDS = 0.1;

    private MissingSamples() {
    }

    /** Bridges the gaps of at most {@link #SHORT_GAP_SECONDS}; gaps at either end of a lead stay. */
    public static EcgRecord bridgeShortGaps(EcgRecord record) {
        int longest = (int) Math.floor(SHORT_GAP_SECONDS * record.rateHz() + 1e-9);
        float[][] bridged = new float[record.leads().size()][];
        for (int lead = 0; lead < bridged.length; lead++) {
            bridged[lead] = bridge(record.samplesMv()[lead], longest);
        }
        return record.withSamples(bridged);
    }

    /**
     * Bridges inner gaps by straight lines.
     *
     * @param signal one lead
     * @param longest the length in samples of the longest gap to bridge
     * @return a copy in which the gaps at both ends and those longer than {@code longest} are still NaN
     */
    public static float[] bridge(float[] signal, int longest) {
        float[] bridged = signal.clone();
        int last = -1;
        for (int i = 0; i < signal.length; i++) {
            if (Float.isNaN(signal[i])) {
                continue;
            }
            int gap = i - last - 1;
            if (last >= 0 && gap > 0 && gap <= longest) {
                line(bridged, last, i);
            }
            last = i;
        }
        return bridged;
    }

    /**
     * Replaces every missing sample, so that a linear filter can run: inner gaps by straight lines, the gaps at the
     * ends by the nearest sample. A lead without any sample becomes zeros.
     */
    static double[] complete(float[] signal) {
        double[] complete = new double[signal.length];
        int last = -1;
        for (int i = 0; i < signal.length; i++) {
            complete[i] = signal[i];
            if (Float.isNaN(signal[i])) {
                continue;
            }
            for (int gap = last + 1; gap < i; gap++) {
                complete[gap] = last < 0 ? signal[i]
                    : signal[last] + (signal[i] - (double) signal[last]) * (gap - last) / (i - last);
            }
            last = i;
        }
        double tail = last < 0 ? 0 : signal[last];
        for (int i = last + 1; i < signal.length; i++) {
            complete[i] = tail;
        }
        return complete;
    }

    /** Where there is a sample, {@code [lead][sample]}: false at NaN. */
    public static boolean[][] mask(float[][] signal) {
        boolean[][] mask = new boolean[signal.length][];
        for (int lead = 0; lead < signal.length; lead++) {
            mask[lead] = new boolean[signal[lead].length];
            for (int i = 0; i < mask[lead].length; i++) {
                mask[lead][i] = !Float.isNaN(signal[lead][i]);
            }
        }
        return mask;
    }

    /** A copy, {@code [lead][sample]}, with zeros for missing samples. */
    public static float[][] zeroed(float[][] signal) {
        float[][] zeroed = new float[signal.length][];
        for (int lead = 0; lead < signal.length; lead++) {
            zeroed[lead] = signal[lead].clone();
            for (int i = 0; i < zeroed[lead].length; i++) {
                if (Float.isNaN(zeroed[lead][i])) {
                    zeroed[lead][i] = 0;
                }
            }
        }
        return zeroed;
    }

    /** The share of missing samples in [0, 1], over all leads; 0 for a record without samples. */
    public static double share(float[][] signal) {
        long missing = 0;
        long all = 0;
        for (float[] lead : signal) {
            all += lead.length;
            for (float sample : lead) {
                if (Float.isNaN(sample)) {
                    missing++;
                }
            }
        }
        return all == 0 ? 0 : (double) missing / all;
    }

    private static void line(float[] signal, int from, int to) {
        double step = ((double) signal[to] - signal[from]) / (to - from);
        for (int i = from + 1; i < to; i++) {
            signal[i] = (float) (signal[from] + step * (i - from));
        }
    }
}
