package org.physioclr.core.beat;

import java.util.ArrayList;
import java.util.List;
import org.physioclr.core.signal.EcgRecord;

/**
 * Finds onset, peak and offset of P, QRS and T. Each lead is delineated by itself, beat by beat and in its average
 * beat, with the quadratic spline wavelet (Martínez et al., IEEE Trans. Biomed. Eng. 51:570, 2004). The medians of
 * these opinions over the leads are what all leads agree on, and that has a vote in turn where a lead's own two
 * opinions differ. Scaling or reordering leads changes no result; time is linear in the samples.
 */
public final class Delineator {

    private Delineator() {
    }

    /**
     * Delineates beats.
     *
     * @param record any leads, 100 Hz or more; leads that are flat or mostly missing are ignored
     * @param rPeaks ascending sample indices, as {@link RPeakDetector} gives them
     * @return one beat an R peak. A wave is absent if it does not stand out, is cut by the record's ends, or touches a
     *         missing sample; a P wave also if it does not recur at the same place before other beats
     * @throws IllegalArgumentException if the R peaks do not ascend or lie outside the record
     */
    public static Delineation delineate(EcgRecord record, int[] rPeaks) {
        return delineate(record, rPeaks, WaveShares.USUAL);
    }

    static Delineation delineate(EcgRecord record, int[] rPeaks, WaveShares shares) {
        check(record, rPeaks);
        LeadSignals leads = LeadSignals.of(record);
        AverageBeat average = AverageBeat.of(leads, rPeaks, record.rateHz());
        List<List<Beat>> own = new ArrayList<>();
        List<List<Beat>> usual = new ArrayList<>();
        for (int lead = 0; lead < leads.count(); lead++) {
            int index = lead;
            own.add(new LeadDelineation(leads.signals()[lead], record.rateHz(), shares).beats(rPeaks).stream()
                .map(beat -> leads.whole(index, beat)).toList());
            usual.add(average.beats(lead, record.length(), shares));
        }
        return new LeadVotes(rPeaks, own, usual).delineation(leads, record.leads().size());
    }

    private static void check(EcgRecord record, int[] rPeaks) {
        for (int k = 0; k < rPeaks.length; k++) {
            if (rPeaks[k] < 0 || rPeaks[k] >= record.length() || k > 0 && rPeaks[k] <= rPeaks[k - 1]) {
                throw new IllegalArgumentException("R peak " + k + " of " + record.id() + " is at sample " + rPeaks[k]
                    + ". R peaks must ascend within the record's " + record.length() + " samples.");
            }
        }
    }
}
