package org.physioclr.core.score;

import java.util.Arrays;

/**
 * How much each cluster of rows moves a figure, to first order and up to a common factor: the sum over the cluster's
 * rows of (placement − AUROC) / (number of rows of the row's outcome).
 */
final class Influence {

    private Influence() {
    }

    /** {@code [cluster]} for the AUROC of the pooled columns. */
    static double[] ofAuroc(byte[][] truth, double[][] score, Clusters clusters) {
        byte[] pooledTruth = new byte[Math.multiplyExact(truth.length, clusters.ofRow().length)];
        double[] pooledScore = new double[pooledTruth.length];
        int rows = clusters.ofRow().length;
        for (int c = 0; c < truth.length; c++) {
            System.arraycopy(truth[c], 0, pooledTruth, c * rows, rows);
            System.arraycopy(score[c], 0, pooledScore, c * rows, rows);
        }
        SortedScores sorted = SortedScores.of(pooledTruth, pooledScore);
        double auroc = Auroc.of(sorted);
        double[] influence = new double[clusters.count()];
        for (byte outcome : new byte[] {Truth.POSITIVE, Truth.NEGATIVE}) {
            double[] placements = Placements.of(pooledTruth, pooledScore, outcome, sorted);
            int next = 0;
            for (int i = 0; i < pooledTruth.length; i++) {
                if (pooledTruth[i] == outcome && !Double.isNaN(pooledScore[i])) {
                    influence[clusters.ofRow()[i % rows]] += (placements[next++] - auroc) / placements.length;
                }
            }
        }
        return influence;
    }

    /** {@code [cluster]} for one column. */
    static double[] ofAuroc(byte[] truth, double[] score, Clusters clusters) {
        return ofAuroc(new byte[][] {truth}, new double[][] {score}, clusters);
    }

    /** {@code [cluster]} for the mean of the columns' AUROCs. */
    static double[] ofMacro(ScoreTable table, Clusters clusters) {
        double[] equal = new double[table.labels().size()];
        Arrays.fill(equal, 1.0 / equal.length);
        return combine(table, clusters, equal);
    }

    /** {@code [cluster]} for the mean weighted by positives, whose weights move too. */
    static double[] ofWeighted(ScoreTable table, Clusters clusters) {
        int labels = table.labels().size();
        double[] aurocs = new double[labels];
        double[] shares = new double[labels];
        double all = 0;
        for (int label = 0; label < labels; label++) {
            SortedScores sorted = SortedScores.of(table.truth()[label], table.probability()[label]);
            aurocs[label] = Auroc.of(sorted);
            shares[label] = sorted.positives();
            all += sorted.positives();
        }
        double mean = 0;
        for (int label = 0; label < labels; label++) {
            shares[label] /= all;
            mean += shares[label] * aurocs[label];
        }
        double[] influence = combine(table, clusters, shares);
        for (int label = 0; label < labels; label++) {
            for (int row = 0; row < table.rows(); row++) {
                if (table.truth()[label][row] == Truth.POSITIVE && !Double.isNaN(table.probability()[label][row])) {
                    influence[clusters.ofRow()[row]] += (aurocs[label] - mean) / all;
                }
            }
        }
        return influence;
    }

    private static double[] combine(ScoreTable table, Clusters clusters, double[] shares) {
        double[] influence = new double[clusters.count()];
        for (int label = 0; label < shares.length; label++) {
            double[] own = ofAuroc(table.truth()[label], table.probability()[label], clusters);
            for (int i = 0; i < own.length; i++) {
                influence[i] += shares[label] * own[i];
            }
        }
        return influence;
    }
}
