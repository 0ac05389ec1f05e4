package org.physioclr.torch.probe;

/**
 * Columns brought to mean 0 and population standard deviation 1. A constant column becomes zeros.
 *
 * @param mean of each column
 * @param deviation of each column, infinite for a constant one
 */
record Standardisation(double[] mean, double[] deviation) {

    /** Below this share of the mean's size a deviation is rounding error. */
    private static final double ROUNDING = 1e-7;

    /** Fits to rows, {@code [row][column]}, finite, at least one. */
    static Standardisation fit(double[][] rows) {
        int columns = rows[0].length;
        double[] mean = new double[columns];
        double[] deviation = new double[columns];
        for (int column = 0; column < columns; column++) {
            for (double[] row : rows) {
                mean[column] += row[column] / rows.length;
            }
            double square = 0;
            for (double[] row : rows) {
                square += (row[column] - mean[column]) * (row[column] - mean[column]) / rows.length;
            }
            double sd = Math.sqrt(square);
            deviation[column] = sd > ROUNDING * Math.abs(mean[column]) ? sd : Double.POSITIVE_INFINITY;
        }
        return new Standardisation(mean, deviation);
    }

    /** The standardised row, a new array. */
    double[] apply(double[] row) {
        double[] standard = new double[row.length];
        for (int column = 0; column < row.length; column++) {
            standard[column] = (row[column] - mean[column]) / deviation[column];
        }
        return standard;
    }
}
