package org.physioclr.core.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows that are drawn together: those of a patient.
 *
 * @param ofRow the cluster's number, from 0, of each row
 * @param count the number of clusters
 */
record Clusters(int[] ofRow, int count) {

    /** One cluster a patient; a row of an unknown patient (empty string) is a cluster of its own. */
    static Clusters byPatient(List<String> patients) {
        Map<String, Integer> known = new HashMap<>();
        int[] ofRow = new int[patients.size()];
        int count = 0;
        for (int row = 0; row < ofRow.length; row++) {
            String patient = patients.get(row);
            Integer cluster = patient.isEmpty() ? null : known.putIfAbsent(patient, count);
            ofRow[row] = cluster == null ? count++ : cluster;
        }
        return new Clusters(ofRow, count);
    }

    /** One cluster a row. */
    static Clusters byRow(int rows) {
        return new Clusters(IntStream.range(0, rows).toArray(), rows);
    }

    /** The clusters with at least one positive row, and those with negative rows only, of usable rows. */
    int[][] strata(byte[] truth, double[] score) {
        byte[] best = new byte[count];
        Arrays.fill(best, Truth.MISSING);
        for (int row = 0; row < ofRow.length; row++) {
            if (!Double.isNaN(score[row])) {
                best[ofRow[row]] = (byte) Math.max(best[ofRow[row]], truth[row]);
            }
        }
        return new int[][] {having(best, Truth.POSITIVE), having(best, Truth.NEGATIVE)};
    }

    private static int[] having(byte[] best, byte outcome) {
        return IntStream.range(0, best.length).filter(cluster -> best[cluster] == outcome).toArray();
    }

    /** Each row's weight from how often its cluster was drawn. */
    int[] rowWeights(int[] drawn) {
        int[] weights = new int[ofRow.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = drawn[ofRow[row]];
        }
        return weights;
    }
}
