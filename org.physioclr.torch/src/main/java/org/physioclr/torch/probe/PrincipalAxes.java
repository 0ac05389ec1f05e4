package org.physioclr.torch.probe;

import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.device.Script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * The principal axes of the standardised columns of a matrix. A ridge regression on them gives the same probabilities
 * as one on the columns, as neither the penalty nor the margins change, but is found in far fewer steps: its Hessian is
 * almost diagonal.
 *
 * @param toColumns [axis, column], double precision: turns weights on the axes into weights on the columns as they are
 * @param squares the sum of the rows' squares along each axis, not negative
 */
record PrincipalAxes(NDArray toColumns, double[] squares) {

    /** Finds them; what they hold belongs to the matrix. */
    static PrincipalAxes of(DesignMatrix rows) {
        NDManager manager = rows.manager();
        return Autograd.off(() -> {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray deviation = rows.deviation();
                NDArray system = new Script(manager, PrincipalAxes.class, "Algebra")
                    .call("axes", new NDList(products(rows))).singletonOrThrow();
                int columns = rows.columns();
                double[] squares = system.get(":, " + columns).toDoubleArray();
                for (int axis = 0; axis < columns; axis++) {
                    squares[axis] = Math.max(0, squares[axis]);
                }
                NDArray toColumns = system.get(":, :" + columns).div(deviation);
                NDScope.unregister(toColumns);
                toColumns.attach(manager);
                return new PrincipalAxes(toColumns, squares);
            }
        });
    }

    /** The products of the standardised columns, [column, column]: their correlations times the number of rows. */
    private static NDArray products(DesignMatrix rows) {
        NDArray sum = rows.manager().zeros(new Shape(rows.columns(), rows.columns()), DataType.FLOAT64);
        for (NDArray block : rows.blocks()) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray x = block.toType(DataType.FLOAT64, true).subi(rows.mean()).divi(rows.deviation());
                sum.addi(x.transpose().matMul(x));
            }
        }
        return sum;
    }
}
