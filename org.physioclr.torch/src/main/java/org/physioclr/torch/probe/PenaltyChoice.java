package org.physioclr.torch.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.split.PatientSplit;
import org.physioclr.core.split.Patients;

/**
 * Chooses the penalty of regressions by cross-validation on training rows: the C of the smallest log loss on rows left
 * out, whole patients at a time; of equally good ones the smallest. The folds of all labels are fitted together.
 *
 * @param folds how many, at least 2; fewer where a fold would lack one of the outcomes
 * @param balanced whether both outcomes weigh alike, in fitting and in the loss
 */
record PenaltyChoice(int folds, boolean balanced) {

    /** The candidates, ascending. */
    static final double[] GRID = {0.001, 0.01, 0.1, 1, 10};

    /** The choice where there are too few patients to validate with. */
    static final double DEFAULT_C = 0.1;

    /** How exactly weights are fitted to compare their losses. */
    private static final double GOAL = 1e-2;

    /** The most regressions fitted together, which bounds the memory. */
    private static final int TOGETHER = 128;

    /** One fold of one label: the outcomes of the rows to fit, and of those left out. */
    private record Fold(int label, byte[] fitted, byte[] leftOut) {
    }

    /**
     * Chooses.
     *
     * @param outcomes {@code [label][row]}: 0, 1 or {@link PatientSplit#UNKNOWN}
     * @param people whose the rows are
     * @param seeds draw the folds, one a label
     * @return C of each label
     */
    double[] choose(JointFit fit, byte[][] outcomes, List<String> people, List<Seed> seeds, Progress progress) {
        List<Fold> all = new ArrayList<>();
        for (int label = 0; label < outcomes.length; label++) {
            all.addAll(folds(label, outcomes[label], people, seeds.get(label)));
        }
        double[][] loss = new double[outcomes.length][GRID.length];
        boolean[] validated = new boolean[outcomes.length];
        all.forEach(fold -> validated[fold.label()] = true);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            int to = Math.min(all.size(), from + TOGETHER);
            addLosses(loss, fit, all.subList(from, to),
                progress.child((double) from / all.size(), (double) to / all.size()));
        }
        return IntStream.range(0, outcomes.length)
            .mapToDouble(label -> validated[label] ? GRID[smallest(loss[label])] : DEFAULT_C).toArray();
    }

    private List<Fold> folds(int label, byte[] outcome, List<String> people, Seed seed) {
        int[] known = IntStream.range(0, outcome.length).filter(row -> outcome[row] >= 0).toArray();
        byte[] truth = select(outcome, known);
        Patients patients = Patients.of(Arrays.stream(known).mapToObj(people::get).toList());
        int possible = Math.min(folds, Math.min(people(truth, patients, 1), people(truth, patients, 0)));
        if (possible < 2) {
            return List.of();
        }
        int[] foldOf = PatientSplit.folds(patients, new byte[][] {truth}, possible, seed);
        List<Fold> all = new ArrayList<>();
        for (int fold = 0; fold < possible; fold++) {
            byte[] fitted = outcome.clone();
            byte[] leftOut = outcome.clone();
            for (int i = 0; i < known.length; i++) {
                (foldOf[i] == fold ? fitted : leftOut)[known[i]] = PatientSplit.UNKNOWN;
            }
            boolean enough = Task.count(fitted, 0) > 0 && Task.count(fitted, 1) > 0;
            if (enough && Task.count(leftOut, 0) + Task.count(leftOut, 1) > 0) {
                all.add(new Fold(label, fitted, leftOut));
            }
        }
        return all;
    }

    private static int people(byte[] outcome, Patients patients, int wanted) {
        return (int) IntStream.range(0, outcome.length).filter(row -> outcome[row] == wanted).map(patients::of)
            .distinct().count();
    }

    /** Adds the log loss of the rows left out for each C; each fit starts at the one before. */
    private void addLosses(double[][] loss, JointFit fit, List<Fold> part, Progress progress) {
        double[][] points = fit.origins(part.size());
        for (int i = 0; i < GRID.length; i++) {
            double c = GRID[i];
            progress.report((double) i / GRID.length, "Choosing the penalty: " + part.size() + " fits with C = " + c);
            List<Task> tasks = part.stream().map(fold -> Task.of(fold.fitted(), c, balanced)).toList();
            points = fit.fit(points, tasks, GOAL, progress);
            List<Task> judged =
                IntStream.range(0, part.size()).mapToObj(k -> tasks.get(k).on(part.get(k).leftOut())).toList();
            double[] losses = fit.losses(points, judged);
            for (int k = 0; k < part.size(); k++) {
                loss[part.get(k).label()][i] += losses[k] / c;
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

    static byte[] select(byte[] outcome, int[] indices) {
        byte[] selected = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            selected[i] = outcome[indices[i]];
        }
        return selected;
    }
}
