package org.physioclr.core.score;

/**
 * One label as two sets of predictions have it, on the rows that have a truth and both scores.
 *
 * @param label its name
 * @param positives the rows with the label
 * @param negatives the rows without it
 * @param first the AUROC of the first set; NaN if undefined
 * @param second the AUROC of the second set
 * @param difference first minus second, with DeLong's interval
 * @param test DeLong's paired test
 * @param adjustedP the test's probability, adjusted over all labels after Holm; NaN if there is no test
 * @param reason why there is no test, else empty
 */
public record LabelComparison(String label, int positives, int negatives, double first, double second,
    Estimate difference, PairedTest test, double adjustedP, String reason) {

    LabelComparison adjusted(double p) {
        return new LabelComparison(label, positives, negatives, first, second, difference, test, p, reason);
    }
}
