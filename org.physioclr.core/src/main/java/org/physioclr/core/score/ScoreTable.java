package org.physioclr.core.score;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Predictions beside the truth, for several labels on the same rows. The arrays are shared, not copied, and must not be
 * changed afterwards.
 *
 * @param labels the labels' names, each once
 * @param records what each row is a prediction for, each once
 * @param patients whose the rows are; the empty string is an unknown patient, who counts as one of his own
 * @param truth {@code [label][row]}, see {@link Truth}
 * @param probability {@code [label][row]}, larger for more likely positive, usually in [0, 1]; NaN is missing
 */
public record ScoreTable(List<String> labels, List<String> records, List<String> patients, byte[][] truth,
    double[][] probability) {

    /**
     * Checks the table.
     *
     * @throws IllegalArgumentException if sizes differ, a label or record occurs twice, or a value is out of range,
     *     naming label and record
     */
    public ScoreTable {
        labels = List.copyOf(labels);
        records = List.copyOf(records);
        patients = List.copyOf(patients);
        requireDistinct("label", labels);
        requireDistinct("record", records);
        requireSize("patients", patients.size(), records.size());
        requireSize("truth columns", truth.length, labels.size());
        requireSize("score columns", probability.length, labels.size());
        for (int label = 0; label < truth.length; label++) {
            requireSize("rows of truth of " + labels.get(label), truth[label].length, records.size());
            requireSize("scores of " + labels.get(label), probability[label].length, records.size());
            for (int row = 0; row < truth[label].length; row++) {
                check(labels.get(label), records.get(row), truth[label][row], probability[label][row]);
            }
        }
    }

    private static void check(String label, String record, byte truth, double probability) {
        if (truth < Truth.MISSING || truth > Truth.POSITIVE) {
            throw new IllegalArgumentException("Column " + label + ", record " + record + ": the truth is " + truth
                + ". It must be 0, 1 or missing.");
        }
        if (Double.isInfinite(probability)) {
            throw new IllegalArgumentException("Column P (" + label + "=1), record " + record
                + ": the score is infinite. Replace it by a finite number or a missing value.");
        }
    }

    private static void requireSize(String what, int size, int expected) {
        if (size != expected) {
            throw new IllegalArgumentException(size + " " + what + " where " + expected + " are needed");
        }
    }

    private static void requireDistinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("The " + what + " " + name + " occurs twice. Each " + what
                    + " must be there once; remove the duplicates.");
            }
        }
    }

    /** The number of rows. */
    public int rows() {
        return records.size();
    }

    /** A table of some of the rows and labels, in the order given. */
    ScoreTable select(int[] rows, int[] columns) {
        byte[][] selectedTruth = new byte[columns.length][rows.length];
        double[][] selectedScores = new double[columns.length][rows.length];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < rows.length; i++) {
                selectedTruth[c][i] = truth[columns[c]][rows[i]];
                selectedScores[c][i] = probability[columns[c]][rows[i]];
            }
        }
        return new ScoreTable(pick(labels, columns), pick(records, rows), pick(patients, rows), selectedTruth,
            selectedScores);
    }

    private static List<String> pick(List<String> names, int[] indices) {
        return Arrays.stream(indices).mapToObj(names::get).toList();
    }
}
