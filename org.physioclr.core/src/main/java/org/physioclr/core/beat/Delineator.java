package org.physioclr.core.beat;

import java.util.ArrayList;
import java.util.List;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/**
 * Finds onset, peak and offset of P, QRS and T in all leads of a record together, by the quadratic spline wavelet
 * (Martínez et al., IEEE Trans. Biomed. Eng. 51:570, 2004). QRS bounds come from the slope over all leads; P and T from
 * the direction in which the leads vary most (Almeida et al., IEEE Trans. Biomed. Eng. 56:1996, 2009). To delineate one
 * lead by itself, pass a record of that lead. Scaling or reordering the leads changes no result; time is linear in the
 * samples for a given number of leads.
 */
public final class Delineator {

    private static final double LONGEST_PR_SECONDS = 0.42;

    /** How far a beat's points may lie from those of the average beat, if its QRS complex looks like the others. */
    private static final double TOLERANCE_SECONDS = 0.03;

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
        List<Beat> beats = beats(leads, rPeaks, record.rateHz(), Double.NaN);
        AverageBeat average = AverageBeat.of(leads, rPeaks, record.rateHz());
        if (average.beats() < AverageBeat.FEWEST) {
            return beats;
        }
        Beat usual = average.delineated(average.signals());
        int tolerance = (int) Math.round(TOLERANCE_SECONDS * record.rateHz());
        List<Beat> held = new ArrayList<>(beats.size());
        for (int k = 0; k < beats.size(); k++) {
            held.add(average.isRegular(k) ? WaveVote.held(beats.get(k), usual, average.shift(k), tolerance) : beats.get(k));
        }
        return held;
    }

    /**
     * Delineates beats in each lead by itself. A point is the median of three opinions: this beat in this lead, the
     * average beat in this lead, this beat in all leads; a wave is there if two of them see it.
     *
     * @param record as for {@link #delineate}
     * @param rPeaks as for {@link #delineate}
     * @return {@code [lead][beat]}; a lead without a signal has no beats
     */
    public static List<List<Beat>> delineateLeads(EcgRecord record, int[] rPeaks) {
        List<Beat> together = delineate(record, rPeaks);
        AverageBeat average = AverageBeat.of(LeadSignals.of(record), rPeaks, record.rateHz());
        List<List<Beat>> all = new ArrayList<>();
        int usable = 0;
        for (float[] samples : record.samplesMv()) {
            LeadSignals lead = LeadSignals.of(new EcgRecord(record.id(), "", record.rateHz(),
                List.of(new Lead("lead")), new float[][] {samples}));
            if (lead.signals().length == 0) {
                all.add(List.of());
                continue;
            }
            List<Beat> own = beats(lead, rPeaks, record.rateHz(), Double.NaN);
            boolean averaged = average.beats() >= AverageBeat.FEWEST;
            Beat usual = averaged ? average.delineated(new double[][] {average.signals()[usable]}) : null;
            usable++;
            List<Beat> voted = new ArrayList<>();
            for (int k = 0; k < own.size(); k++) {
                boolean usualShape = averaged && average.isRegular(k);
                voted.add(WaveVote.of(own.get(k), usualShape ? usual : null, usualShape ? average.shift(k) : 0,
                    together.get(k)));
            }
            all.add(voted);
        }
        return all;
    }

    static List<Beat> beats(LeadSignals leads, int[] rPeaks, double rateHz, double loneRrSeconds) {
        Wave[] qrs = qrs(leads, rPeaks, rateHz);
        Wave[] t = new Wave[qrs.length];
        QrsFreeSignals signals = QrsFreeSignals.of(leads, qrs, rateHz);
        TWaves tWaves = new TWaves(signals, qrs, rateHz, Double.isNaN(loneRrSeconds) ? 1 : loneRrSeconds);
        for (int k = 0; k < qrs.length; k++) {
            t[k] = qrs[k].isPresent() ? tWaves.find(k) : Wave.ABSENT;
        }
        int reach = (int) Math.round(LONGEST_PR_SECONDS * rateHz);
        PCoherence coherence = PCoherence.of(signals.p(), rPeaks, reach);
        Wave[] p = new PWaves(signals, coherence, rateHz, loneRrSeconds).find(rPeaks, qrs, t);
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
