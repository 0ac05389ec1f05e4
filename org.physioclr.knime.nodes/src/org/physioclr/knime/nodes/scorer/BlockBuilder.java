package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.physioclr.core.score.ScoreTable;

/** Collects the rows of a {@link Block}. */
final class BlockBuilder {

    /** The row is a new record's. */
    static final int ADDED = -1;

    /** The row says the same as one before. */
    static final int REPEATED = -2;

    private static final int FIRST_CAPACITY = 64;

    private final List<String> labels;
    private final List<String> records = new ArrayList<>();
    private final List<String> patients = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final byte[][] truth;
    private final double[][] scores;
    private final double[] thresholds;

    BlockBuilder(List<PredictionColumns.LabelColumns> columns) {
        labels = columns.stream().map(PredictionColumns.LabelColumns::label).toList();
        truth = new byte[labels.size()][FIRST_CAPACITY];
        scores = new double[labels.size()][FIRST_CAPACITY];
        thresholds = new double[labels.size()];
        Arrays.fill(thresholds, Double.NaN);
    }

    /**
     * Adds a row.
     *
     * @return {@link #ADDED}; or, if the record has come before, {@link #REPEATED} or the first label that differs
     */
    int add(String record, String patient, byte[] rowTruth, double[] rowScores) {
        Integer before = places.putIfAbsent(record, records.size());
        if (before != null) {
            return differing(before, rowTruth, rowScores);
        }
        int row = records.size();
        if (row == truth[0].length) {
            resize(Math.addExact(row, row / 2));
        }
        records.add(record);
        patients.add(patient);
        for (int label = 0; label < truth.length; label++) {
            truth[label][row] = rowTruth[label];
            scores[label][row] = rowScores[label];
        }
        return ADDED;
    }

    private int differing(int row, byte[] rowTruth, double[] rowScores) {
        for (int label = 0; label < truth.length; label++) {
            if (truth[label][row] != rowTruth[label] || Double.compare(scores[label][row], rowScores[label]) != 0) {
                return label;
            }
        }
        return REPEATED;
    }

    /** Takes a label's threshold; false if another one has been taken before. */
    boolean agreesOnThreshold(int label, double threshold) {
        if (Double.isNaN(thresholds[label])) {
            thresholds[label] = threshold;
        }
        return thresholds[label] == threshold;
    }

    /** The block; ends this builder's life. */
    Block build(Block.Key key, String table) {
        resize(records.size());
        try {
            return new Block(key, new ScoreTable(labels, records, patients, truth, scores), thresholds);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Table " + table + ", " + key.title() + ": " + e.getMessage(), e);
        }
    }

    private void resize(int rows) {
        for (int label = 0; label < truth.length; label++) {
            truth[label] = Arrays.copyOf(truth[label], rows);
            scores[label] = Arrays.copyOf(scores[label], rows);
        }
    }
}
