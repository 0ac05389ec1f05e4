package org.physioclr.torch.probe;

import org.physioclr.torch.protocol.Tensor;

/**
 * What brings columns to mean 0 and population standard deviation 1. A constant column becomes zeros.
 *
 * @param mean of each column
 * @param deviation of each column, infinite for a constant one
 */
record Standardisation(double[] mean, double[] deviation) {

    /** Below this share of the mean's size a deviation is rounding error. */
    private static final double ROUNDING = 1e-7;

    /**
     * Fits to some rows of a matrix.
     *
     * @param matrix [row, column]
     * @param rows which, at least one; finite
     */
    static Standardisation fit(Tensor matrix, int[] rows) {
        int columns = matrix.length(1);
        double[] mean = new double[columns];
        for (int row : rows) {
            for (int column = 0; column < columns; column++) {
                mean[column] += matrix.values()[row * columns + column] / (double) rows.length;
            }
        }
        double[] square = new double[columns];
        for (int row : rows) {
            for (int column = 0; column < columns; column++) {
                double difference = matrix.values()[row * columns + column] - mean[column];
                square[column] += difference * difference / rows.length;
            }
        }
        double[] deviation = new double[columns];
        for (int column = 0; column < columns; column++) {
            double sd = Math.sqrt(square[column]);
            deviation[column] = sd > ROUNDING * Math.abs(mean[column]) ? sd : Double.POSITIVE_INFINITY;
        }
        return new Standardisation(mean, deviation);
    }
}
