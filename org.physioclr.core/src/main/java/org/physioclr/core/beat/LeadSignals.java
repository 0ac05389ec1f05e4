package org.physioclr.core.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.physioclr.core.signal.EcgRecord;

/**
 * The leads of a record that carry a signal, without gaps, and where samples were missing.
 *
 * @param signals {@code [lead][sample]} in millivolts, gaps bridged by straight lines
 * @param missing true where any of these leads has no sample
 */
record LeadSignals(double[][] signals, boolean[] missing) {

    /** A lead of which more is missing, or that changes less than its resolution, says nothing about waves. */
    private static final double MOST_MISSING = 0.5;
    private static final double FLAT_MV = 1e-4;

    static LeadSignals of(EcgRecord record) {
        List<double[]> signals = new ArrayList<>();
        boolean[] missing = new boolean[record.length()];
        for (float[] lead : record.samplesMv()) {
            if (isUsable(lead)) {
                signals.add(bridged(lead));
                for (int i = 0; i < lead.length; i++) {
                    missing[i] |= !Float.isFinite(lead[i]);
                }
            }
        }
        return new LeadSignals(signals.toArray(double[][]::new), missing);
    }

    private static boolean isUsable(float[] lead) {
        int present = 0;
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float sample : lead) {
            if (Float.isFinite(sample)) {
                present++;
                lowest = Math.min(lowest, sample);
                highest = Math.max(highest, sample);
            }
        }
        return present > (1 - MOST_MISSING) * lead.length && highest - lowest > FLAT_MV;
    }

    /** Inner gaps as straight lines, the ends as the nearest sample: a gap then rings in no filter. */
    static double[] bridged(float[] lead) {
        double[] signal = new double[lead.length];
        int last = -1;
        for (int i = 0; i < lead.length; i++) {
            if (Float.isFinite(lead[i])) {
                signal[i] = lead[i];
                double from = last < 0 ? lead[i] : lead[last];
                for (int gap = last + 1; gap < i; gap++) {
                    signal[gap] = from + (lead[i] - from) * (gap - last) / (i - last);
                }
                last = i;
            }
        }
        if (last >= 0) {
            Arrays.fill(signal, last + 1, lead.length, lead[last]);
        }
        return signal;
    }

    boolean anyMissing(int from, int to) {
        for (int i = Math.max(0, from); i <= Math.min(missing.length - 1, to); i++) {
            if (missing[i]) {
                return true;
            }
        }
        return false;
    }
}
