package org.physioclr.torch.probe;

import java.util.stream.IntStream;

import org.physioclr.core.run.Seed;
import org.physioclr.core.split.PatientSplit;
import org.physioclr.core.split.Patients;

/**
 * Chooses the penalty of a regression by cross-validation on training rows: the C of the smallest log loss on rows left
 * out, whole patients at a time; of equally good ones the smallest.
 *
 * @param folds how many, at least 2; fewer where a fold would lack one of the outcomes
 * @param balanced whether both outcomes weigh alike, in fitting and in the loss
 * @param seed draws the folds
 */
record PenaltyChoice(int folds, boolean balanced, Seed seed) {

    /** The candidates, ascending. */
    static final double[] GRID = {0.001, 0.01, 0.1, 1, 10};

    /** The choice where there are too few patients to validate with. */
    static final double DEFAULT_C = 0.1;

    /**
     * Chooses.
     *
     * @param rows {@code [row][column]}
     * @param outcome 0 or 1 for each row
     * @param patients whose the rows are
     */
    double choose(double[][] rows, byte[] outcome, Patients patients) {
        int possible = Math.min(folds, Math.min(people(outcome, patients, 1), people(outcome, patients, 0)));
        if (possible < 2) {
            return DEFAULT_C;
        }
        int[] foldOf = PatientSplit.folds(patients, new byte[][] {outcome}, possible, seed);
        double[] loss = new double[GRID.length];
        int used = 0;
        for (int fold = 0; fold < possible; fold++) {
            int left = fold;
            int[] training = IntStream.range(0, rows.length).filter(row -> foldOf[row] != left).toArray();
            int[] test = IntStream.range(0, rows.length).filter(row -> foldOf[row] == left).toArray();
            if (bothOutcomes(outcome, training) && test.length > 0) {
                used++;
                addLosses(loss, rows, outcome, training, test);
            }
        }
        return used == 0 ? DEFAULT_C : GRID[smallest(loss)];
    }

    private static int people(byte[] outcome, Patients patients, int wanted) {
        return (int) IntStream.range(0, outcome.length).filter(row -> outcome[row] == wanted).map(patients::of)
            .distinct().count();
    }

    private static boolean bothOutcomes(byte[] outcome, int[] rows) {
        return IntStream.of(rows).map(row -> outcome[row]).distinct().count() == 2;
    }

    /** Adds the log loss of the rows left out for each C; each fit starts at the one before. */
    private void addLosses(double[] loss, double[][] rows, byte[] outcome, int[] training, int[] test) {
        double[][] x = select(rows, training);
        byte[] y = select(outcome, training);
        double positives = IntStream.of(training).map(row -> outcome[row]).sum();
        double positiveWeight = balanced ? training.length / (2 * positives) : 1;
        double negativeWeight = balanced ? training.length / (2 * (training.length - positives)) : 1;
        LogisticRegression model = new LogisticRegression(new double[rows[0].length], 0);
        for (int i = 0; i < GRID.length; i++) {
            model = LogisticRegression.fit(x, y, new LogisticRegression.Options(GRID[i], balanced), model);
            for (int row : test) {
                double margin = model.logit(rows[row]) * (outcome[row] == 1 ? 1 : -1);
                double weight = outcome[row] == 1 ? positiveWeight : negativeWeight;
                loss[i] += weight * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))));
            }
        }
    }

    private static int smallest(double[] values) {
        int smallest = 0;
        for (int i = 1; i < values.length; i++) {
            smallest = values[i] < values[smallest] ? i : smallest;
        }
        return smallest;
    }

    static double[][] select(double[][] rows, int[] indices) {
        double[][] selected = new double[indices.length][];
        for (int i = 0; i < indices.length; i++) {
            selected[i] = rows[indices[i]];
        }
        return selected;
    }

    static byte[] select(byte[] outcome, int[] indices) {
        byte[] selected = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            selected[i] = outcome[indices[i]];
        }
        return selected;
    }
}
