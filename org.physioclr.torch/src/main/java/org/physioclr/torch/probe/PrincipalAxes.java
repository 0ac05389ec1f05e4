package org.physioclr.torch.probe;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * A rotation of the columns to their principal axes. A ridge regression on rotated columns gives the same probabilities,
 * as neither the penalty nor the margins change, but is found in far fewer steps: its Hessian is almost diagonal.
 *
 * @param axes {@code [axis][column]}, orthonormal
 */
record PrincipalAxes(double[][] axes) {

    /** Fits to rows, {@code [row][column]}, finite, at least one. */
    static PrincipalAxes fit(double[][] rows) {
        int columns = rows[0].length;
        double[][] products = new double[columns][columns];
        for (double[] row : rows) {
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < i; j++) {
                products[j][i] = products[i][j];
            }
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(products));
        double[][] axes = new double[columns][];
        for (int axis = 0; axis < columns; axis++) {
            axes[axis] = eigen.getEigenvector(axis).toArray();
        }
        return new PrincipalAxes(axes);
    }

    /** The rotated row, a new array. */
    double[] apply(double[] row) {
        double[] rotated = new double[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            for (int column = 0; column < row.length; column++) {
                rotated[axis] += axes[axis][column] * row[column];
            }
        }
        return rotated;
    }
}
