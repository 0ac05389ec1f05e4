package org.physioclr.core.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The average of the beats of one shape: noise and fibrillation are smaller in it by the root of the number of beats.
 *
 * @param signals {@code [lead][sample]} in millivolts
 * @param anchor where the middle of the QRS complex lies in it
 * @param anchors where it lies in the record, for each beat
 * @param regular which beats have the usual shape
 * @param beats how many of these
 * @param rateHz samples a second
 * @param rrSeconds the median RR interval
 */
record AverageBeat(double[][] signals, int anchor, int[] anchors, boolean[] regular, int beats, double rateHz,
        double rrSeconds) {

    /** Fewer beats of one shape make no average. */
    static final int FEWEST = 3;

    private static final double BEFORE_SECONDS = 0.45;
    private static final double AFTER_SECONDS = 0.7;
    private static final double QRS_BEFORE_SECONDS = 0.06;
    private static final double QRS_AFTER_SECONDS = 0.1;
    private static final double ANCHOR_SECONDS = 0.08;
    private static final double NEXT_BEAT_SECONDS = 0.08;
    private static final double LEAST_CORRELATION = 0.85;

    static AverageBeat of(LeadSignals leads, int[] rPeaks, double rateHz) {
        double rr = medianRr(rPeaks) / rateHz;
        int before = (int) Math.round(Math.min(BEFORE_SECONDS, 0.6 * rr) * rateHz);
        int after = (int) Math.round(Math.min(AFTER_SECONDS, 0.95 * rr) * rateHz);
        boolean[] regular = new boolean[rPeaks.length];
        if (rPeaks.length < FEWEST || leads.signals().length == 0) {
            return new AverageBeat(new double[0][], 0, rPeaks, regular, 0, rateHz, rr);
        }
        Arrays.fill(regular, true);
        int[] anchors = anchors(leads.signals(), rPeaks, rateHz);
        double[][] all = mean(leads.signals(), anchors, regular, before, after, rateHz);
        int beats = 0;
        for (int k = 0; k < regular.length; k++) {
            regular[k] = correlation(leads.signals(), all, anchors[k], before, rateHz) >= LEAST_CORRELATION;
            beats += regular[k] ? 1 : 0;
        }
        double[][] usual = beats == regular.length ? all
            : mean(leads.signals(), anchors, regular, before, after, rateHz);
        return new AverageBeat(usual, before, anchors, regular, beats, rateHz, rr);
    }

    /** The centres of gravity of the squared slopes: unlike R peaks they do not jump between R and S. */
    private static int[] anchors(double[][] signals, int[] rPeaks, double rateHz) {
        int reach = (int) Math.round(ANCHOR_SECONDS * rateHz);
        int[] anchors = rPeaks.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < anchors.length; k++) {
                double weights = 0;
                double moments = 0;
                for (double[] lead : signals) {
                    int last = Math.min(lead.length - 1, anchors[k] + reach);
                    for (int i = Math.max(1, anchors[k] - reach); i <= last; i++) {
                        double slope = lead[i] - lead[i - 1];
                        weights += slope * slope;
                        moments += slope * slope * (i - anchors[k]);
                    }
                }
                anchors[k] += weights > 0 ? (int) Math.round(moments / weights) : 0;
            }
        }
        return anchors;
    }

    private static double medianRr(int[] rPeaks) {
        int[] rr = new int[Math.max(0, rPeaks.length - 1)];
        Arrays.setAll(rr, k -> rPeaks[k + 1] - rPeaks[k]);
        Arrays.sort(rr);
        return rr.length == 0 ? Double.NaN : rr[rr.length / 2];
    }

    /** The mean over the chosen beats, each as far as it is within the record and before the next beat. */
    private static double[][] mean(double[][] signals, int[] rPeaks, boolean[] chosen, int before, int after,
        double rateHz) {
        double[][] mean = new double[signals.length][before + after];
        int[] counts = new int[before + after];
        int next = (int) Math.round(NEXT_BEAT_SECONDS * rateHz);
        int length = signals[0].length;
        for (int k = 0; k < rPeaks.length; k++) {
            if (chosen[k]) {
                int last = k + 1 < rPeaks.length ? rPeaks[k + 1] - next : length;
                int from = Math.max(0, before - rPeaks[k]);
                int to = Math.min(Math.min(last, length) - rPeaks[k], after) + before;
                for (int lead = 0; lead < mean.length; lead++) {
                    double level = signals[lead][Math.max(0, rPeaks[k] - next)];
                    add(mean[lead], signals[lead], rPeaks[k] - before, level, from, to);
                }
                for (int i = from; i < to; i++) {
                    counts[i]++;
                }
            }
        }
        for (double[] lead : mean) {
            divide(lead, counts);
        }
        return mean;
    }

    private static void add(double[] sums, double[] signal, int origin, double level, int from, int to) {
        for (int i = from; i < to; i++) {
            sums[i] += signal[origin + i] - level;
        }
    }

    /** Where no beat reaches, the nearest sample goes on. */
    private static void divide(double[] sums, int[] counts) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] > 0 ? sums[i] / counts[i] : i > 0 ? sums[i - 1] : 0;
        }
    }

    /** Pearson's correlation of a beat's QRS complex with the mean's, over all leads. */
    private static double correlation(double[][] signals, double[][] mean, int rPeak, int before, double rateHz) {
        int from = (int) Math.round(-QRS_BEFORE_SECONDS * rateHz);
        int to = (int) Math.round(QRS_AFTER_SECONDS * rateHz);
        double cross = 0;
        double squareX = 0;
        double squareY = 0;
        for (int lead = 0; lead < mean.length; lead++) {
            double sumX = 0;
            double sumY = 0;
            double sumXy = 0;
            double sumXx = 0;
            double sumYy = 0;
            int count = 0;
            for (int i = Math.max(from, -Math.min(rPeak, before)); i < Math.min(to, signals[lead].length - rPeak)
                && before + i < mean[lead].length; i++) {
                double x = signals[lead][rPeak + i];
                double y = mean[lead][before + i];
                sumX += x;
                sumY += y;
                sumXy += x * y;
                sumXx += x * x;
                sumYy += y * y;
                count++;
            }
            cross += sumXy - sumX * sumY / Math.max(1, count);
            squareX += sumXx - sumX * sumX / Math.max(1, count);
            squareY += sumYy - sumY * sumY / Math.max(1, count);
        }
        return squareX > 0 && squareY > 0 ? cross / Math.sqrt(squareX * squareY) : 0;
    }

    /**
     * The waves of the average beat of a lead, moved to where each beat is; absent for beats of another shape, or all
     * if there is no average.
     *
     * @param lead index into {@link #signals()}
     * @param length of the record in samples
     */
    List<Beat> beats(int lead, int length, WaveShares shares) {
        Beat usual = beats < FEWEST ? null
            : new LeadDelineation(signals[lead], rateHz, shares).beat(anchor, rrSeconds);
        List<Beat> moved = new ArrayList<>();
        for (int k = 0; k < anchors.length; k++) {
            int by = anchors[k] - anchor;
            moved.add(usual == null || !regular[k]
                ? new Beat(anchors[k], Wave.ABSENT, Wave.ABSENT, Wave.ABSENT)
                : new Beat(anchors[k], moved(usual.p(), by, length), moved(usual.qrs(), by, length),
                    moved(usual.t(), by, length)));
        }
        return moved;
    }

    private static Wave moved(Wave wave, int by, int length) {
        return wave.isPresent() && wave.onset() + by >= 0 && wave.offset() + by < length
            ? new Wave(wave.onset() + by, wave.peak() + by, wave.offset() + by) : Wave.ABSENT;
    }
}
