package org.physioclr.torch.probe;

import org.physioclr.core.split.PatientSplit;

/**
 * A regression to fit, or a fitted one to judge, on some of the rows.
 *
 * @param outcome 0, 1 or {@link PatientSplit#UNKNOWN} for each row; rows of unknown outcome do not count
 * @param positiveCost what the log loss of a row of outcome 1 is multiplied by
 * @param negativeCost the same for outcome 0
 */
record Task(byte[] outcome, double positiveCost, double negativeCost) {

    /**
     * The task that scikit-learn's {@code LogisticRegression} solves.
     *
     * @param c the inverse strength of the penalty, positive
     * @param balanced whether both outcomes weigh alike, whatever their number ({@code class_weight="balanced"})
     * @throws IllegalArgumentException if there is one outcome only
     */
    static Task of(byte[] outcome, double c, boolean balanced) {
        if (!(c > 0) || Double.isInfinite(c)) {
            throw new IllegalArgumentException("C must be positive, not " + c);
        }
        int positives = count(outcome, 1);
        int negatives = count(outcome, 0);
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("Of " + outcome.length + " rows " + positives
                + " have the outcome 1 and " + negatives + " the outcome 0: there is nothing to fit");
        }
        double half = (positives + negatives) / 2.0;
        return new Task(outcome, balanced ? c * half / positives : c, balanced ? c * half / negatives : c);
    }

    /** The same costs for other rows. */
    Task on(byte[] others) {
        return new Task(others, positiveCost, negativeCost);
    }

    /** The number of rows with an outcome. */
    static int count(byte[] outcome, int wanted) {
        int count = 0;
        for (byte value : outcome) {
            count += value == wanted ? 1 : 0;
        }
        return count;
    }
}
