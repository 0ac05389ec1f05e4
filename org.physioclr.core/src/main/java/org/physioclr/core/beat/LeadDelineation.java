package org.physioclr.core.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Delineates the beats of one lead by the quadratic spline wavelet (Martínez et al., IEEE Trans. Biomed. Eng. 51:570,
 * 2004).
 *
 * @param signal millivolts without NaN
 * @param rateHz samples a second
 * @param shares where waves begin and end
 */
record LeadDelineation(double[] signal, double rateHz, WaveShares shares) {

    private static final double LONGEST_PR_SECONDS = 0.42;

    /** The beats around some R peaks. */
    List<Beat> beats(int[] rPeaks) {
        return beats(rPeaks, Double.NaN);
    }

    /**
     * The beat of a signal that holds no other, such as an average beat.
     *
     * @param rrSeconds how far away the beats before and after are
     */
    Beat beat(int rPeak, double rrSeconds) {
        return beats(new int[] {rPeak}, rrSeconds).get(0);
    }

    private List<Beat> beats(int[] rPeaks, double loneRrSeconds) {
        Wave[] qrs = qrs(rPeaks);
        QrsFreeSignals signals = QrsFreeSignals.of(signal, qrs, rateHz);
        TWaves tWaves = new TWaves(signals, qrs, rateHz, shares, usualRr(rPeaks, loneRrSeconds));
        Wave[] t = new Wave[qrs.length];
        for (int k = 0; k < qrs.length; k++) {
            t[k] = qrs[k].isPresent() ? tWaves.find(k) : Wave.ABSENT;
        }
        int reach = (int) Math.round(LONGEST_PR_SECONDS * rateHz);
        PCoherence coherence = PCoherence.of(signals.p(), rPeaks, reach);
        Wave[] p = new PWaves(signals, coherence, rateHz, shares, loneRrSeconds).find(rPeaks, qrs, t);
        List<Beat> beats = new ArrayList<>(qrs.length);
        for (int k = 0; k < qrs.length; k++) {
            beats.add(new Beat(rPeaks[k], p[k], qrs[k], t[k]));
        }
        return beats;
    }

    /** The median RR interval. */
    private double usualRr(int[] rPeaks, double loneRrSeconds) {
        if (rPeaks.length < 2) {
            return Double.isNaN(loneRrSeconds) ? 1 : loneRrSeconds;
        }
        int[] rr = new int[rPeaks.length - 1];
        Arrays.setAll(rr, k -> rPeaks[k + 1] - rPeaks[k]);
        Arrays.sort(rr);
        return rr[rr.length / 2] / rateHz;
    }

    private Wave[] qrs(int[] rPeaks) {
        QrsBounds bounds = QrsBounds.of(signal, rateHz, shares);
        Wave[] qrs = new Wave[rPeaks.length];
        for (int k = 0; k < qrs.length; k++) {
            int from = k == 0 ? 0 : (rPeaks[k - 1] + rPeaks[k]) / 2;
            int to = k == qrs.length - 1 ? signal.length : (rPeaks[k] + rPeaks[k + 1]) / 2;
            qrs[k] = bounds.around(rPeaks[k], from, to);
        }
        return qrs;
    }
}
