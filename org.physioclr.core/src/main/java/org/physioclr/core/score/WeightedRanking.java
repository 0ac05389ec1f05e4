package org.physioclr.core.score;

import java.util.Arrays;

/**
 * Rows in the order of their scores, sorted once, so that the figures of each bootstrap replicate take one sweep with
 * the replicate's row weights.
 */
final class WeightedRanking {

    private static final int TRUTH = 2;
    private static final int LAST_OF_TIE = 1;

    /** Row · 4 + truth · 2 + 1 for the last one of equal scores, descending by score. */
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
            code[values.length - 1 - place] = rows[i] | (place == first ? LAST_OF_TIE : 0);
        }
        return code;
    }

    /**
     * The figures of the rows repeated by their weights.
     *
     * @param auroc NaN if no positive or no negative has a weight
     * @param averagePrecision NaN if no positive has a weight
     * @param positives the weight of all positives
     */
    record Figures(double auroc, double averagePrecision, long positives) {
    }

    /**
     * The figures, in one sweep from the highest score down.
     *
     * @param weights {@code [row]}
     */
    Figures figures(int[] weights) {
        long halfWins = 0;
        double precisions = 0;
        long positives = 0;
        long negatives = 0;
        int tiedPositives = 0;
        int tiedNegatives = 0;
        for (int c : code) {
            int weight = weights[c >>> 2];
            int mask = -((c & TRUTH) >> 1);
            tiedPositives += weight & mask;
            tiedNegatives += weight & ~mask;
            if ((c & LAST_OF_TIE) != 0) {
                halfWins += tiedNegatives * (2 * positives + tiedPositives);
                positives += tiedPositives;
                negatives += tiedNegatives;
                if (tiedPositives > 0) {
                    precisions += tiedPositives * (double) positives / (positives + negatives);
                }
                tiedPositives = 0;
                tiedNegatives = 0;
            }
        }
        return new Figures(positives == 0 || negatives == 0 ? Double.NaN : halfWins / (2.0 * positives * negatives),
            positives == 0 ? Double.NaN : precisions / positives, positives);
    }
}
