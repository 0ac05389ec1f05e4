package org.physioclr.torch.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.physioclr.torch.Libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

class ReconstructionLossTest {

    /** Two leads of four samples, by hand: errors 1, 0, 2, 0 and 0, 3, 0, 0. */
    @Test
    void handWorkedErrors() {
        try (NDManager manager = Libtorch.manager()) {
            NDArray signal = manager.zeros(new Shape(1, 2, 4));
            NDArray reconstructed = manager.create(new float[] {1, 0, 2, 0, 0, -3, 0, 0}, new Shape(1, 2, 4));
            NDArray weights = manager.create(new float[] {0, 1, 1, 0}, new Shape(1, 1, 4));
            assertEquals(14.0 / 8, ReconstructionLoss.overall(reconstructed, signal).getFloat(), 1e-6);
            assertEquals(13.0 / 4, ReconstructionLoss.weighted(reconstructed, signal, weights).getFloat(), 1e-6);
            assertEquals(0, ReconstructionLoss.weighted(reconstructed, signal, weights.mul(0)).getFloat());
        }
    }
}
