package org.physioclr.core.beat;

import java.util.Arrays;

/**
 * Finds the P wave of each beat between the T wave before and the QRS complex. What is found counts as a P wave only if
 * the other beats show the same at the same distance from the R peak, see {@link PCoherence}; in a record of fewer than
 * three beats, where that can't be known, size alone decides.
 *
 * @param signals the lead without QRS complexes
 * @param coherence of these signals
 * @param rateHz samples a second
 * @param shares where waves begin and end
 * @param loneRrSeconds the RR interval of a beat that has no neighbour; NaN if nothing is known before the first beat
 */
record PWaves(QrsFreeSignals signals, PCoherence coherence, double rateHz, WaveShares shares, double loneRrSeconds) {

    private static final double LONGEST_SECONDS = 0.1;
    private static final double SHORTEST_WINDOW_SECONDS = 0.06;
    private static final double LONGEST_PR_SECONDS = 0.36;
    private static final double NO_T_SECONDS = 0.3;
    private static final double SECOND_SHARE = 0.9;
    private static final double LEAST_STRENGTH = 0.01;
    private static final double COMPARED_SECONDS = 0.06;
    private static final double LEAST_COHERENCE = 0.6;
    private static final double LEAST_MEDIAN_COHERENCE = 0.6;

    /**
     * Where successive RR intervals differ by more, as a share of the median, and few beats have it, it is no P wave.
     */
    private static final double IRREGULAR = 0.1;
    private static final double FEW_BEATS = 0.5;

    /**
     * The P waves of all beats.
     *
     * @param qrs the QRS complexes
     * @param t the T waves
     * @return one a beat, absent ones included
     */
    Wave[] find(int[] rPeaks, Wave[] qrs, Wave[] t) {
        Wave[] waves = new Wave[qrs.length];
        double[] coherences = new double[qrs.length];
        int known = 0;
        for (int k = 0; k < qrs.length; k++) {
            int earliest = k == 0 ? first(rPeaks, t)
                : t[k - 1].isPresent() ? t[k - 1].offset() : rPeaks[k - 1] + samples(NO_T_SECONDS);
            waves[k] = qrs[k].isPresent() ? candidate(qrs[k].onset(), earliest) : Wave.ABSENT;
            if (waves[k].isPresent()) {
                int reach = samples(COMPARED_SECONDS);
                double value = coherence.of(k, waves[k].peak() - reach, waves[k].peak() + reach);
                waves[k] = value < LEAST_COHERENCE ? Wave.ABSENT : waves[k];
                coherences[known] = value;
                known += Double.isNaN(value) ? 0 : 1;
            }
        }
        Arrays.sort(coherences, 0, known);
        boolean incoherent = known > 0 && coherences[known / 2] < LEAST_MEDIAN_COHERENCE;
        if (incoherent || known > 0 && isFibrillation(rPeaks, waves)) {
            Arrays.fill(waves, Wave.ABSENT);
        }
        return waves;
    }

    private static boolean isFibrillation(int[] rPeaks, Wave[] p) {
        int[] rr = new int[rPeaks.length - 1];
        Arrays.setAll(rr, k -> rPeaks[k + 1] - rPeaks[k]);
        int[] changes = new int[rr.length - 1];
        Arrays.setAll(changes, k -> Math.abs(rr[k + 1] - rr[k]));
        Arrays.sort(rr);
        Arrays.sort(changes);
        long present = Arrays.stream(p).filter(Wave::isPresent).count();
        return changes[changes.length / 2] > IRREGULAR * rr[rr.length / 2] && present < FEW_BEATS * p.length;
    }

    /** Where the first beat's P wave may begin: an average beat's T wave is also that of the beat before. */
    private int first(int[] rPeaks, Wave[] t) {
        boolean average = rPeaks.length == 1 && t[0].isPresent() && !Double.isNaN(loneRrSeconds);
        return average ? Math.max(0, t[0].offset() - samples(loneRrSeconds)) : 0;
    }

    private Wave candidate(int qrsOnset, int earliest) {
        int from = Math.max(earliest, qrsOnset - samples(LONGEST_PR_SECONDS));
        if (qrsOnset - from < samples(SHORTEST_WINDOW_SECONDS)) {
            return Wave.ABSENT;
        }
        double[] detail = Arrays.copyOfRange(signals.p(), from, qrsOnset);
        WaveShape shape = new WaveShape(samples(LONGEST_SECONDS), shares.pOnset(), shares.pOffset(), SECOND_SHARE, 0);
        WaveShape.Found found = shape.find(detail, i -> 1);
        boolean absent = found == null || from + found.onset() == 0
            || found.strength() < LEAST_STRENGTH * signals.qrsMv();
        return absent ? Wave.ABSENT : found.wave(from);
    }

    private int samples(double seconds) {
        return (int) Math.round(seconds * rateHz);
    }
}
