package org.physioclr.core.score;

import java.util.Optional;

/**
 * How well one label is predicted.
 *
 * @param label its name
 * @param positives rows with the label and a score
 * @param negatives rows without the label and with a score
 * @param rowsWithoutTruth left out because nobody has said whether they have the label
 * @param rowsWithoutScore left out, although their truth is known, because they have no score
 * @param auroc with the interval of the method asked for
 * @param standardError DeLong's, of the AUROC; NaN with fewer than two positives or negatives
 * @param averagePrecision with Boyd's logit interval, or the bootstrap's if that is the method asked for
 * @param threshold the given threshold, NaN if none
 * @param atThreshold the calls at the threshold, if there is one
 * @param calibration of the scores as probabilities
 * @param curve its ROC curve
 */
public record LabelScore(String label, int positives, int negatives, int rowsWithoutTruth, int rowsWithoutScore,
    Estimate auroc, double standardError, Estimate averagePrecision, double threshold, Optional<Confusion> atThreshold,
    Calibration calibration, RocCurve curve) {

    /** Positives per row; NaN without rows. */
    public double prevalence() {
        return positives + negatives == 0 ? Double.NaN : (double) positives / (positives + negatives);
    }

    LabelScore with(Estimate newAuroc, Estimate newAveragePrecision) {
        return new LabelScore(label, positives, negatives, rowsWithoutTruth, rowsWithoutScore, newAuroc, standardError,
            newAveragePrecision, threshold, atThreshold, calibration, curve);
    }
}
