package org.physioclr.torch.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.score.SortedScores;
import org.physioclr.core.score.ThresholdRule;
import org.physioclr.torch.protocol.ProbeOptions;
import org.physioclr.torch.protocol.Tensor;

/**
 * Probes all labels on the same training rows together, each on the rows where it is known.
 *
 * @param labels their names
 * @param outcomes {@code [label][row]}: 0, 1 or {@link org.physioclr.core.split.PatientSplit#UNKNOWN}
 * @param people whose the rows are
 */
record JointProbe(List<String> labels, byte[][] outcomes, List<String> people, ProbeOptions options, Seed seed) {

    /** How far a weight may be from the solution. */
    static final double GOAL = 1e-6;

    /** The share of the time that choosing the penalty takes. */
    private static final double CHOICE = 0.8;

    /**
     * Fits.
     *
     * @param matrix [row, column]
     * @param drawn which of its rows are the training rows
     * @return a probe a label
     */
    List<LabelProbe> fit(Tensor matrix, int[] drawn, Progress progress) {
        List<LabelProbe> probes = new ArrayList<>();
        for (int label = 0; label < outcomes.length; label++) {
            probes.add(LabelProbe.unfitted(labels.get(label), outcomes[label], options.fewestPositives()));
        }
        int[] possible = IntStream.range(0, outcomes.length).filter(label -> probes.get(label).possible()).toArray();
        if (possible.length > 0) {
            try (JointFit fit = new JointFit(new DesignMatrix(matrix, drawn))) {
                double[] c = penalties(fit, possible, progress.child(0, CHOICE));
                List<LogisticRegression> models = models(fit, possible, c, progress.child(CHOICE, 1));
                for (int k = 0; k < possible.length; k++) {
                    int label = possible[k];
                    double threshold = threshold(models.get(k), matrix, drawn, outcomes[label]);
                    probes.set(label, probes.get(label).fitted(models.get(k), c[k], threshold));
                }
            }
        }
        return probes;
    }

    private double[] penalties(JointFit fit, int[] possible, Progress progress) {
        byte[][] truth = Arrays.stream(possible).mapToObj(label -> outcomes[label]).toArray(byte[][]::new);
        List<Seed> seeds = Arrays.stream(possible).mapToObj(labels::get).map(seed.child("folds")::child).toList();
        return new PenaltyChoice(options.folds(), options.balanced()).choose(fit, truth, people, seeds, progress);
    }

    private List<LogisticRegression> models(JointFit fit, int[] possible, double[] c, Progress progress) {
        progress.report(0, "Fitting " + possible.length + " labels");
        List<Task> tasks = IntStream.range(0, possible.length)
            .mapToObj(k -> Task.of(outcomes[possible[k]], c[k], options.balanced())).toList();
        return fit.regressions(fit.fit(fit.origins(possible.length), tasks, GOAL, progress));
    }

    /** Youden's, on the training rows. */
    private static double threshold(LogisticRegression model, Tensor matrix, int[] drawn, byte[] outcome) {
        int[] known = IntStream.range(0, outcome.length).filter(row -> outcome[row] >= 0).toArray();
        double[] probabilities =
            Arrays.stream(known).mapToDouble(row -> model.probability(matrix.row(drawn[row]))).toArray();
        return new ThresholdRule.Youden().choose(
            SortedScores.of(PenaltyChoice.select(outcome, known), probabilities));
    }
}
