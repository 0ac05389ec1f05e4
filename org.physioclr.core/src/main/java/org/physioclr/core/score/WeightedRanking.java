package org.physioclr.core.score;

import java.util.Arrays;

/**
 * Rows in the order of their scores, sorted once, so that the figures of each bootstrap replicate take one sweep with
 * the replicate's row weights.
 */
final class WeightedRanking {

    private static final int TRUTH = 2;
    private static final int LAST_OF_TIE = 1;

    /** Row · 4 + truth · 2 + 1 for the last one of equal scores, ascending by score. */
    private final int[] code;

    private WeightedRanking(int[] code) {
        this.code = code;
    }

    /**
     * The ranking of several columns pooled into one.
     *
     * @param truth {@code [column][row]}
     * @param score {@code [column][row]}; NaN is left out, like missing truth
     */
    static WeightedRanking of(byte[][] truth, double[][] score) {
        int usable = 0;
        for (int c = 0; c < truth.length; c++) {
            for (int row = 0; row < truth[c].length; row++) {
                usable += isUsable(truth[c][row], score[c][row]) ? 1 : 0;
            }
        }
        double[] values = new double[usable];
        int[] rows = new int[usable];
        int next = 0;
        for (int c = 0; c < truth.length; c++) {
            for (int row = 0; row < truth[c].length; row++) {
                if (isUsable(truth[c][row], score[c][row])) {
                    values[next] = score[c][row] + 0.0;
                    rows[next++] = row << 2 | truth[c][row] << 1;
                }
            }
        }
        return new WeightedRanking(arrange(values, rows));
    }

    static WeightedRanking of(byte[] truth, double[] score) {
        return of(new byte[][] {truth}, new double[][] {score});
    }

    private static boolean isUsable(byte truth, double score) {
        return truth != Truth.MISSING && !Double.isNaN(score);
    }

    /** A counting sort on ranks, which moves primitives only and keeps the rows' order within a tie. */
    private static int[] arrange(double[] values, int[] rows) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] taken = new int[values.length];
        int[] code = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int first = Placements.countBelow(sorted, values[i], false);
            int place = first + taken[first]++;
            boolean last = place + 1 == sorted.length || sorted[place + 1] != sorted[place];
            code[place] = rows[i] | (last ? LAST_OF_TIE : 0);
        }
        return code;
    }

    /**
     * The AUROC of the rows repeated by their weights.
     *
     * @param weights {@code [row]}
     * @param positives gets the weight of all positives, unless null
     * @return NaN if no positive or no negative has a weight
     */
    double auroc(int[] weights, long[] positives) {
        long halfWins = 0;
        long positivesBelow = 0;
        long negativesBelow = 0;
        int tiedPositives = 0;
        int tiedNegatives = 0;
        for (int c : code) {
            int weight = weights[c >>> 2];
            int mask = -((c & TRUTH) >> 1);
            tiedPositives += weight & mask;
            tiedNegatives += weight & ~mask;
            if ((c & LAST_OF_TIE) != 0) {
                halfWins += tiedPositives * (2 * negativesBelow + tiedNegatives);
                positivesBelow += tiedPositives;
                negativesBelow += tiedNegatives;
                tiedPositives = 0;
                tiedNegatives = 0;
            }
        }
        if (positives != null) {
            positives[0] = positivesBelow;
        }
        return positivesBelow == 0 || negativesBelow == 0 ? Double.NaN
            : halfWins / (2.0 * positivesBelow * negativesBelow);
    }

    /** The average precision of the rows repeated by their weights; NaN if no positive has a weight. */
    double averagePrecision(int[] weights) {
        double sum = 0;
        long found = 0;
        long called = 0;
        int tiedPositives = 0;
        for (int i = code.length - 1; i >= 0; i--) {
            int weight = weights[code[i] >>> 2];
            called += weight;
            tiedPositives += (code[i] & TRUTH) != 0 ? weight : 0;
            boolean first = i == 0 || (code[i - 1] & LAST_OF_TIE) != 0;
            if (first && tiedPositives > 0) {
                found += tiedPositives;
                sum += (double) tiedPositives * found / called;
                tiedPositives = 0;
            }
        }
        return found == 0 ? Double.NaN : sum / found;
    }
}
