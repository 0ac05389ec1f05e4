package org.physioclr.torch.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.physioclr.torch.protocol.Tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * The rows that probes are fitted to, in native memory and in blocks, so that many regressions are multiplied by them
 * together. They are kept as they came, in single precision; what is computed of them is in double precision.
 */
final class DesignMatrix implements AutoCloseable {

    /** Rows a block: in double precision it and what many regressions make of it should stay in the cache. */
    private static final int BLOCK = 2048;

    private final NDManager manager = NDManager.newBaseManager(Device.cpu());
    private final List<NDArray> blocks = new ArrayList<>();
    private final NDArray mean;
    private final NDArray deviation;
    private final int rows;
    private final int columns;

    /**
     * Copies rows.
     *
     * @param matrix [row, column]
     * @param chosen which rows, at least one; finite
     */
    DesignMatrix(Tensor matrix, int[] chosen) {
        rows = chosen.length;
        columns = matrix.length(1);
        Standardisation standardisation = Standardisation.fit(matrix, chosen);
        mean = manager.create(standardisation.mean(), new Shape(1, columns));
        deviation = manager.create(standardisation.deviation(), new Shape(1, columns));
        ByteBuffer staging = ByteBuffer
            .allocateDirect(Math.multiplyExact(Math.min(rows, BLOCK) * Float.BYTES, columns))
            .order(ByteOrder.nativeOrder());
        for (int from = 0; from < rows; from += BLOCK) {
            int count = Math.min(BLOCK, rows - from);
            for (int i = 0; i < count; i++) {
                staging.asFloatBuffer().put(i * columns, matrix.values(), chosen[from + i] * columns, columns);
            }
            staging.limit(count * columns * Float.BYTES);
            try (NDArray lent = manager.create(staging, new Shape(count, columns), DataType.FLOAT32)) {
                blocks.add(lent.duplicate());
            }
        }
    }

    /** What owns the arrays. */
    NDManager manager() {
        return manager;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The columns' means, [1, column], double precision. */
    NDArray mean() {
        return mean;
    }

    /** The columns' population standard deviations, [1, column], double precision; infinite for a constant column. */
    NDArray deviation() {
        return deviation;
    }

    /** Blocks of rows in order, [row, column], single precision. */
    List<NDArray> blocks() {
        return blocks;
    }

    @Override
    public void close() {
        manager.close();
    }
}
