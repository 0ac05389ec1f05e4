package org.physioclr.core.beat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.physioclr.core.signal.EcgRecord;

/**
 * The leads of a record that carry a signal, without gaps, and where samples were missing.
 *
 * @param indices of these leads in the record
 * @param signals {@code [lead][sample]} in millivolts, gaps bridged by straight lines
 * @param missing {@code [lead][sample]}, null for a lead that is complete
 */
record LeadSignals(int[] indices, double[][] signals, boolean[][] missing) {

    /** A lead of which more is missing, or that changes less than its resolution, says nothing about waves. */
    private static final double MOST_MISSING = 0.5;
    private static final double FLAT_MV = 1e-4;

    static LeadSignals of(EcgRecord record) {
        float[][] all = record.samplesMv();
        int[] usable = IntStream.range(0, all.length).filter(lead -> isUsable(all[lead])).toArray();
        double[][] signals = Arrays.stream(usable).mapToObj(lead -> bridged(all[lead])).toArray(double[][]::new);
        boolean[][] missing = Arrays.stream(usable).mapToObj(lead -> missing(all[lead])).toArray(boolean[][]::new);
        return new LeadSignals(usable, signals, missing);
    }

    /** A beat of a lead without those of its waves that touch a missing sample. */
    Beat whole(int lead, Beat beat) {
        return missing[lead] == null ? beat
            : new Beat(beat.rPeak(), whole(lead, beat.p()), whole(lead, beat.qrs()), whole(lead, beat.t()));
    }

    private Wave whole(int lead, Wave wave) {
        boolean whole = true;
        for (int i = wave.onset(); wave.isPresent() && i <= wave.offset(); i++) {
            whole &= !missing[lead][i];
        }
        return whole ? wave : Wave.ABSENT;
    }

    int count() {
        return indices.length;
    }

    private static boolean[] missing(float[] lead) {
        boolean[] missing = null;
        for (int i = 0; i < lead.length; i++) {
            if (!Float.isFinite(lead[i])) {
                missing = missing == null ? new boolean[lead.length] : missing;
                missing[i] = true;
            }
        }
        return missing;
    }

    private static boolean isUsable(float[] lead) {
        int present = 0;
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float sample : lead) {
            if (Float.isFinite(sample)) {
                present++;
                lowest = sample < lowest ? sample : lowest;
                highest = sample > highest ? sample : highest;
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
}
