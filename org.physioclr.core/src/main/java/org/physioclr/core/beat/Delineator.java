package org.physioclr.core.beat;

import java.util.ArrayList;
import java.util.List;
import org.physioclr.core.signal.EcgRecord;

/**
 * Finds onset, peak and offset of P, QRS and T in all leads of a record together, by the quadratic spline wavelet
 * (Martínez et al., IEEE Trans. Biomed. Eng. 51:570, 2004). QRS bounds come from the slope over all leads; P and T from
 * the direction in which the leads vary most (Almeida et al., IEEE Trans. Biomed. Eng. 56:1996, 2009). To delineate one
 * lead by itself, pass a record of that lead. Scaling or reordering the leads changes no result; time is linear in the
 * samples for a given number of leads.
 */
public final class Delineator {

    private static final double LONGEST_PR_SECONDS = 0.42;

    private Delineator() {
    }

    /**
     * Delineates beats.
     *
     * @param record any leads, 100 Hz or more; leads that are flat or mostly missing are ignored
     * @param rPeaks ascending sample indices, as {@link RPeakDetector} gives them
     * @return one beat an R peak. A wave is absent if it does not stand out, is cut by the record's ends, or touches a
     *         missing sample
     * @throws IllegalArgumentException if the R peaks do not ascend or lie outside the record
     */
    public static List<Beat> delineate(EcgRecord record, int[] rPeaks) {
        check(record, rPeaks);
        LeadSignals leads = LeadSignals.of(record);
        Wave[] qrs = qrs(leads, rPeaks, record.rateHz());
        Wave[] t = new Wave[qrs.length];
        QrsFreeSignals signals = QrsFreeSignals.of(leads, qrs, record.rateHz());
        TWaves tWaves = new TWaves(signals, qrs, record.rateHz());
        for (int k = 0; k < qrs.length; k++) {
            t[k] = qrs[k].isPresent() ? tWaves.find(k) : Wave.ABSENT;
        }
        int reach = (int) Math.round(LONGEST_PR_SECONDS * record.rateHz());
        PCoherence coherence = PCoherence.of(signals.p(), rPeaks, reach);
        Wave[] p = new PWaves(signals, coherence, record.rateHz()).find(rPeaks, qrs, t);
        List<Beat> beats = new ArrayList<>(qrs.length);
        for (int k = 0; k < qrs.length; k++) {
            beats.add(new Beat(rPeaks[k], whole(p[k], leads), whole(qrs[k], leads), whole(t[k], leads)));
        }
        return beats;
    }

    private static void check(EcgRecord record, int[] rPeaks) {
        for (int k = 0; k < rPeaks.length; k++) {
            if (rPeaks[k] < 0 || rPeaks[k] >= record.length() || k > 0 && rPeaks[k] <= rPeaks[k - 1]) {
                throw new IllegalArgumentException("R peak " + k + " of " + record.id() + " is at sample " + rPeaks[k]
                    + ". R peaks must ascend within the record's " + record.length() + " samples.");
            }
        }
    }

    private static Wave[] qrs(LeadSignals leads, int[] rPeaks, double rateHz) {
        QrsBounds bounds = QrsBounds.of(leads, rateHz);
        Wave[] qrs = new Wave[rPeaks.length];
        for (int k = 0; k < qrs.length; k++) {
            int from = k == 0 ? 0 : (rPeaks[k - 1] + rPeaks[k]) / 2;
            int to = k == qrs.length - 1 ? leads.missing().length : (rPeaks[k] + rPeaks[k + 1]) / 2;
            qrs[k] = bounds.around(rPeaks[k], from, to);
        }
        return qrs;
    }

    private static Wave whole(Wave wave, LeadSignals leads) {
        return wave.isPresent() && leads.anyMissing(wave.onset(), wave.offset()) ? Wave.ABSENT : wave;
    }
}
