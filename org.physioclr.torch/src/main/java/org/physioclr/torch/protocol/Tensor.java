package org.physioclr.torch.protocol;

import java.util.Arrays;

/**
 * Numbers in rows: a named parameter, a matrix of features, embeddings or labels.
 *
 * @param shape the length of each axis, the last one varying fastest
 * @param values as many as the shape holds; not copied
 */
public record Tensor(long[] shape, float[] values) {

    public Tensor {
        if (elements(shape) != values.length) {
            throw new IllegalArgumentException("A tensor of shape " + Arrays.toString(shape) + " can't have "
                + values.length + " values");
        }
    }

    /** A matrix. */
    public static Tensor matrix(int rows, int columns, float[] values) {
        return new Tensor(new long[] {rows, columns}, values);
    }

    /** How many numbers a shape holds. */
    public static long elements(long[] shape) {
        long product = 1;
        for (long length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("No tensor has the shape " + Arrays.toString(shape));
            }
            product = Math.multiplyExact(product, length);
        }
        return product;
    }

    /** The length of an axis. */
    public int length(int axis) {
        return Math.toIntExact(shape[axis]);
    }

    /** A row of a matrix, copied. */
    public float[] row(int row) {
        int columns = length(1);
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && Arrays.equals(shape, tensor.shape)
            && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
