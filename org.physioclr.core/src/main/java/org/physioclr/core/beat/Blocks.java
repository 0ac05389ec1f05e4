package org.physioclr.core.beat;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The search for blocks of energy.
 *
 * @param energy what has a maximum at each R peak
 * @param qrs its average over the length of a QRS complex
 * @param beat its average over the length of a beat
 * @param qrsSamples the length of a QRS complex
 * @param refractorySamples the shortest distance of two R peaks
 */
record Blocks(double[] energy, double[] qrs, double[] beat, int qrsSamples, int refractorySamples) {

    private static final double FAINT_SHARE = 0.3;
    private static final int END_QRS = 3;
    private static final double T_SHARE = 0.1;

    /**
     * The peaks of the blocks in [from, to) that are long enough.
     *
     * @param offset by how much the short average must exceed the long one
     * @param least the least short-averaged energy at a peak
     */
    int[] peaks(int from, int to, double offset, double least) {
        int[] peaks = new int[(to - from) / Math.max(1, qrsSamples / 2) + 1];
        int count = 0;
        int start = -1;
        for (int i = from; i <= to; i++) {
            boolean inside = i < to && qrs[i] > beat[i] + offset;
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                boolean cut = start == from || i == to;
                if (i - start >= (cut ? qrsSamples / 2 : qrsSamples * 3 / 4)) {
                    int peak = greatest(start, i);
                    if (qrs[peak] >= least) {
                        count = append(peaks, count, peak);
                    }
                }
                start = -1;
            }
        }
        return Arrays.copyOf(peaks, count);
    }

    /** Appends a peak; one that follows too soon replaces the last if it is stronger and is dropped else. */
    private int append(int[] peaks, int count, int peak) {
        if (count > 0 && peak - peaks[count - 1] < refractorySamples) {
            if (qrs[peak] > qrs[peaks[count - 1]]) {
                peaks[count - 1] = peak;
            }
            return count;
        }
        peaks[count] = peak;
        return count + 1;
    }

    private int greatest(int from, int to) {
        int greatest = from;
        for (int i = from + 1; i < to; i++) {
            if (energy[i] > energy[greatest]) {
                greatest = i;
            }
        }
        return greatest;
    }

    /**
     * The peaks without those near the ends that are much fainter than the others: where a filter meets the end of a
     * record, or a T wave is cut, a little energy is left over, and the long average has half a window only.
     */
    int[] withoutFaintEnds(int[] peaks) {
        double[] heights = Arrays.stream(peaks).mapToDouble(peak -> qrs[peak]).sorted().toArray();
        double least = peaks.length == 0 ? 0 : FAINT_SHARE * heights[heights.length / 2];
        int end = END_QRS * qrsSamples;
        return Arrays.stream(peaks).filter(peak -> peak >= end && peak < energy.length - end
            || qrs[peak] >= least).toArray();
    }

    /**
     * The peaks without those that follow a much stronger one so soon that they are its T wave (Pan and Tompkins, IEEE
     * Trans. Biomed. Eng. 32:230, 1985).
     *
     * @param samples how soon
     */
    int[] withoutTWaves(int[] peaks, int samples) {
        int[] kept = new int[peaks.length];
        int count = 0;
        for (int peak : peaks) {
            int before = count == 0 ? peak : kept[count - 1];
            boolean isT = count > 0 && peak - before < samples && qrs[peak] < T_SHARE * qrs[before];
            kept[count] = peak;
            count += isT ? 0 : 1;
        }
        return Arrays.copyOf(kept, count);
    }

    /**
     * Looks again, less strictly, into the gaps between peaks that are much longer than the median distance.
     *
     * @param longGap how many median distances make a gap
     * @param offset the lower offset
     */
    int[] searchBack(int[] peaks, double longGap, double offset) {
        if (peaks.length < 4) {
            return peaks;
        }
        int[] distances = IntStream.range(1, peaks.length).map(k -> peaks[k] - peaks[k - 1]).sorted().toArray();
        double[] heights = Arrays.stream(peaks).mapToDouble(peak -> qrs[peak]).sorted().toArray();
        double median = distances[distances.length / 2];
        double least = 0.15 * heights[heights.length / 2];
        int[] all = new int[energy.length / refractorySamples + 2];
        int count = 0;
        for (int k = 0; k <= peaks.length; k++) {
            int from = k == 0 ? 0 : peaks[k - 1] + refractorySamples;
            int to = k == peaks.length ? energy.length : peaks[k] - refractorySamples;
            double usual = k == 0 || k == peaks.length ? median / 2 : 0; // before the first beat and after the last
            if (to > from && to - from + refractorySamples > longGap * median - usual) {
                for (int found : peaks(from, to, offset, least)) {
                    all[count++] = found;
                }
            }
            if (k < peaks.length) {
                all[count++] = peaks[k];
            }
        }
        return Arrays.copyOf(all, count);
    }
}
