package org.physioclr.core.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the beats of a steady rhythm in noise as strong as they are: where the rhythm breaks off in a noisy stretch and
 * is steady before and behind it, the peaks between are those that, together, look most like the steady beats and keep
 * the rhythm best. Where there is no noise, or no steady rhythm, nothing is changed.
 *
 * @param filtered {@code [lead][sample]}, where QRS complexes stand out
 * @param qrs their energy, averaged over the length of a QRS complex
 * @param rateHz samples a second
 */
record SteadyRhythm(double[][] filtered, double[] qrs, double rateHz) {

    /** RR intervals of a steady rhythm are this close to their median. */
    private static final double STEADY = 0.12;
    private static final int NEIGHBOURS = 16;
    private static final int FEWEST = 2 * NEIGHBOURS;
    private static final int MEDIAN_STEP = 4;
    private static final double MOST_STEADY = 0.6;
    private static final double LONGEST_SECONDS = 20;

    /** The median energy between beats, as a share of the usual energy of a beat, from which on a stretch is noisy. */
    private static final double NOISY = 0.015;

    private static final double HALF_TEMPLATE_SECONDS = 0.07;
    private static final double CANDIDATE_SECONDS = 0.06;
    private static final double OFF_RHYTHM = 1.2;

    /** A peak that stands out is likely to be a beat, though of another shape, such as an extrasystole. */
    private static final double DETECTED = 0.8;
    private static final double TALL = 0.6;

    private static final double MISSED = 1;
    private static final double LONGEST_PAUSE = 4;
    private static final int TEMPLATE_BEATS = 200;

    /** The peaks with those of noisy stretches chosen anew; too few beats tell no rhythm. */
    int[] repaired(int[] peaks) {
        if (peaks.length < FEWEST) {
            return peaks;
        }
        boolean[] steady = new boolean[peaks.length];
        double[] rr = new double[peaks.length];
        for (int k = 0; k < peaks.length; k++) {
            rr[k] = k % MEDIAN_STEP == 0 ? medianRr(peaks, k) : rr[k - 1];
            steady[k] = isSteady(peaks, k, rr[k]) && isSteady(peaks, k + 1, rr[k]);
        }
        return repaired(peaks, steady, rr);
    }

    private int[] repaired(int[] peaks, boolean[] steady, double[] rr) {
        double[][] template = template(peaks, steady);
        double usual = usual(peaks);
        List<Integer> all = new ArrayList<>();
        int last = -1;
        for (int k = 0; k < peaks.length; k++) {
            if (steady[k]) {
                boolean chosen = last >= 0 && k > last + 1 && isRepairable(peaks, steady, last, k, usual);
                if (chosen) {
                    all.addAll(path(Arrays.copyOfRange(peaks, last, k + 1), (rr[last] + rr[k]) / 2, usual, template));
                } else {
                    for (int i = last + 1; i < k; i++) {
                        all.add(peaks[i]);
                    }
                }
                all.add(peaks[k]);
                last = k;
            }
        }
        for (int i = last + 1; i < peaks.length; i++) {
            all.add(peaks[i]);
        }
        return all.stream().mapToInt(peak -> peak).toArray();
    }

    private static boolean isSteady(int[] peaks, int k, double rr) {
        return k < 1 || k >= peaks.length || Math.abs(peaks[k] - peaks[k - 1] - rr) <= STEADY * rr;
    }

    private static double medianRr(int[] peaks, int k) {
        int from = Math.max(1, Math.min(k - NEIGHBOURS + 1, peaks.length - 2 * NEIGHBOURS));
        int[] rr = new int[Math.min(peaks.length, from + 2 * NEIGHBOURS) - from];
        Arrays.setAll(rr, i -> peaks[from + i] - peaks[from + i - 1]);
        Arrays.sort(rr);
        return rr[rr.length / 2];
    }

    private boolean isRepairable(int[] peaks, boolean[] steady, int from, int to, double usual) {
        int first = Math.max(0, from - NEIGHBOURS);
        int last = Math.min(peaks.length - 1, to + NEIGHBOURS);
        int count = 0;
        for (int k = first; k <= last; k++) {
            count += (k <= from || k >= to) && steady[k] ? 1 : 0;
        }
        boolean regular = count >= MOST_STEADY * (from - first + 1 + last - to + 1);
        boolean brief = peaks[to] - peaks[from] <= LONGEST_SECONDS * rateHz;
        return regular && brief && floor(peaks[from], peaks[to]) > NOISY * usual;
    }

    private double floor(int from, int to) {
        double[] stretch = Arrays.copyOfRange(qrs, from, to);
        Arrays.sort(stretch);
        return stretch[stretch.length / 2];
    }

    private double usual(int[] peaks) {
        double[] heights = Arrays.stream(peaks).mapToDouble(peak -> qrs[peak]).sorted().toArray();
        return heights[heights.length / 2];
    }

    /** The mean over steady beats. */
    private double[][] template(int[] peaks, boolean[] steady) {
        int half = samples(HALF_TEMPLATE_SECONDS);
        double[][] mean = new double[filtered.length][2 * half + 1];
        int step = Math.max(1, peaks.length / TEMPLATE_BEATS);
        int beats = 0;
        for (int k = 0; k < peaks.length; k += step) {
            if (steady[k] && peaks[k] >= half && peaks[k] + half < qrs.length) {
                beats++;
                for (int lead = 0; lead < mean.length; lead++) {
                    for (int i = 0; i <= 2 * half; i++) {
                        mean[lead][i] += filtered[lead][peaks[k] - half + i];
                    }
                }
            }
        }
        for (double[] lead : mean) {
            for (int i = 0; i <= 2 * half; i++) {
                lead[i] /= Math.max(1, beats);
            }
        }
        return mean;
    }

    /** The peaks strictly between the first and the last, which are steady beats. */
    private List<Integer> path(int[] peaks, double rr, double usual, double[][] template) {
        int start = peaks[0];
        int end = peaks[peaks.length - 1];
        double[] likeness = likeness(start, end, template);
        for (int peak : peaks) {
            if (qrs[peak] >= TALL * usual) {
                likeness[peak - start] = Math.max(DETECTED, likeness[peak - start]);
            }
        }
        int[] nodes = candidates(likeness);
        double[] score = new double[nodes.length];
        int[] before = new int[nodes.length];
        for (int j = 1; j < nodes.length; j++) {
            score[j] = Double.NEGATIVE_INFINITY;
            for (int i = j - 1; i >= 0 && (i == j - 1 || nodes[j] - nodes[i] <= LONGEST_PAUSE * rr); i--) {
                double value = score[i] + likeness[nodes[j]] - cost(nodes[j] - nodes[i], rr);
                if (value > score[j]) {
                    score[j] = value;
                    before[j] = i;
                }
            }
        }
        List<Integer> path = new ArrayList<>();
        for (int j = before[nodes.length - 1]; j > 0; j = before[j]) {
            path.add(0, start + nodes[j]);
        }
        return path;
    }

    private static double cost(double distance, double rr) {
        double beats = Math.max(1, Math.rint(distance / rr));
        return OFF_RHYTHM * Math.abs(distance - beats * rr) / rr + MISSED * (beats - 1);
    }

    /** The start, the local maxima of the likeness, the end. */
    private int[] candidates(double[] likeness) {
        int reach = samples(CANDIDATE_SECONDS);
        List<Integer> nodes = new ArrayList<>(List.of(0));
        for (int i = 2 * reach; i < likeness.length - 2 * reach; i++) {
            int j = i - reach;
            while (j <= i + reach && likeness[j] <= likeness[i]) {
                j++;
            }
            if (j > i + reach && likeness[i] > 0) {
                nodes.add(i);
                i += reach;
            }
        }
        nodes.add(likeness.length - 1);
        return nodes.stream().mapToInt(node -> node).toArray();
    }

    /**
     * How much each sample from start to end is the middle of a beat: the correlation with the template, about zero,
     * times how high the template is in it, up to 1.
     */
    private double[] likeness(int start, int end, double[][] template) {
        int half = template[0].length / 2;
        double[] likeness = new double[end - start + 1];
        double other = Arrays.stream(template).flatMapToDouble(Arrays::stream).map(x -> x * x).sum();
        for (int at = 0; at < likeness.length && other > 0; at++) {
            int from = start + at - half;
            double cross = 0;
            double own = 0;
            for (int lead = 0; lead < template.length && from >= 0 && from + 2 * half < qrs.length; lead++) {
                for (int i = 0; i <= 2 * half; i++) {
                    double x = filtered[lead][from + i];
                    cross += x * template[lead][i];
                    own += x * x;
                }
            }
            likeness[at] = cross > 0 ? cross / Math.sqrt(own * other) * Math.min(1, cross / other) : 0;
        }
        return likeness;
    }

    private int samples(double seconds) {
        return (int) Math.round(seconds * rateHz);
    }
}
