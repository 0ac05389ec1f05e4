package org.physioclr.torch.probe;

/**
 * A fitted binary logistic regression.
 *
 * @param weights one a column
 * @param intercept the log odds at the origin
 */
record LogisticRegression(double[] weights, double intercept) {

    /** The probability of outcome 1. */
    double probability(float[] row) {
        return 1 / (1 + Math.exp(-logit(row)));
    }

    /** The log odds of outcome 1. */
    double logit(float[] row) {
        double sum = intercept;
        for (int column = 0; column < weights.length; column++) {
            sum += weights[column] * row[column];
        }
        return sum;
    }
}
