package org.physioclr.torch.probe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.physioclr.core.run.Seed;
import org.physioclr.core.score.SortedScores;
import org.physioclr.core.score.ThresholdRule;
import org.physioclr.core.split.Patients;
import org.physioclr.torch.protocol.ProbeOptions;
import org.physioclr.torch.protocol.WorkerRequest.Fit;

/**
 * The probe of one label.
 *
 * @param fit how it was fitted, or why not
 * @param probabilities of the test rows; NaN where the test row has no numbers or nothing was fitted
 */
record LabelProbe(Fit fit, float[] probabilities) {

    /**
     * Fits on the rows whose label is known and predicts the test rows.
     *
     * @param label its name
     * @param training standardised, {@code [row][column]}
     * @param outcome 0, 1 or {@link org.physioclr.core.split.PatientSplit#UNKNOWN} for each training row
     * @param people whose the training rows are
     * @param test standardised; null where a row has no numbers
     */
    static LabelProbe of(String label, double[][] training, byte[] outcome, List<String> people, double[][] test,
            ProbeOptions options, Seed seed) {
        int[] known = IntStream.range(0, outcome.length).filter(row -> outcome[row] >= 0).toArray();
        double[][] rows = PenaltyChoice.select(training, known);
        byte[] truth = PenaltyChoice.select(outcome, known);
        int positives = IntStream.range(0, truth.length).map(row -> truth[row]).sum();
        float[] probabilities = new float[test.length];
        Arrays.fill(probabilities, Float.NaN);
        String reason = reason(positives, truth.length - positives, options.fewestPositives());
        if (!reason.isEmpty()) {
            Fit none = new Fit(label, truth.length, positives, Double.NaN, Double.NaN, reason);
            return new LabelProbe(none, probabilities);
        }
        Patients patients = Patients.of(Arrays.stream(known).mapToObj(people::get).toList());
        double c = new PenaltyChoice(options.folds(), options.balanced(), seed).choose(rows, truth, patients);
        LogisticRegression model =
            LogisticRegression.fit(rows, truth, new LogisticRegression.Options(c, options.balanced()));
        double threshold = new ThresholdRule.Youden().choose(
            SortedScores.of(truth, Arrays.stream(rows).mapToDouble(model::probability).toArray()));
        for (int row = 0; row < test.length; row++) {
            probabilities[row] = test[row] == null ? Float.NaN : (float) model.probability(test[row]);
        }
        return new LabelProbe(new Fit(label, truth.length, positives, c, threshold, ""), probabilities);
    }

    private static String reason(int positives, int negatives, int fewest) {
        if (positives >= fewest && negatives >= fewest) {
            return "";
        }
        boolean positive = positives < fewest;
        int count = positive ? positives : negatives;
        String rows = count + (positive ? " positive" : " negative") + " training row" + (count == 1 ? "" : "s");
        return "Only " + rows + "; at least " + fewest + " are needed";
    }
}
