package org.physioclr.knime.nodes.scorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.physioclr.core.score.ScoreTable;

/** Collects the rows of a {@link Block}. */
final class BlockBuilder {

    private static final int FIRST_CAPACITY = 64;

    private final List<String> labels;
    private final List<String> records = new ArrayList<>();
    private final List<String> patients = new ArrayList<>();
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

    /** Begins a row, whose values are {@link #set} next. */
    void addRow(String record, String patient) {
        records.add(record);
        patients.add(patient);
        if (records.size() > truth[0].length) {
            resize(Math.addExact(truth[0].length, truth[0].length / 2));
        }
    }

    void set(int label, byte value, double score) {
        truth[label][records.size() - 1] = value;
        scores[label][records.size() - 1] = score;
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
