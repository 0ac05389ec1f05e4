package org.physioclr.torch.probe;

import java.util.Arrays;

import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.WorkerRequest.Fit;

/**
 * The probe of one label.
 *
 * @param fit how it was fitted, or why not
 * @param model null where nothing was fitted
 */
record LabelProbe(Fit fit, LogisticRegression model) {

    /** What can be said of a label before it is fitted: with a reason if it can't be. */
    static LabelProbe unfitted(String label, byte[] outcome, int fewest) {
        int positives = Task.count(outcome, 1);
        int negatives = Task.count(outcome, 0);
        String reason = outcome.length == 0 ? "No training row was drawn" : reason(positives, negatives, fewest);
        return new LabelProbe(new Fit(label, positives + negatives, positives, Double.NaN, Double.NaN, reason), null);
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

    /** Whether it can be fitted. */
    boolean possible() {
        return fit.reason().isEmpty();
    }

    /** The same probe, fitted. */
    LabelProbe fitted(LogisticRegression regression, double c, double threshold) {
        return new LabelProbe(new Fit(fit.label(), fit.rows(), fit.positives(), c, threshold, ""), regression);
    }

    /** The probability of each row; NaN where the row has no numbers or nothing was fitted. */
    float[] probabilities(Tensor rows) {
        float[] probabilities = new float[rows.length(0)];
        Arrays.fill(probabilities, Float.NaN);
        for (int row = 0; model != null && row < probabilities.length; row++) {
            probabilities[row] = (float) model.probability(rows.row(row));
        }
        return probabilities;
    }
}
