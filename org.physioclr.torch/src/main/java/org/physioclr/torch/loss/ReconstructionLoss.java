package org.physioclr.torch.loss;

import ai.djl.ndarray.NDArray;

/** The squared error of reconstructed signals. */
public final class ReconstructionLoss {

    private ReconstructionLoss() {
    }

    /**
     * The mean over all segments, leads and samples.
     *
     * @param reconstructed [segment, lead, sample]
     * @param signal of the same shape
     */
    public static NDArray overall(NDArray reconstructed, NDArray signal) {
        return reconstructed.sub(signal).square().mean();
    }

    /**
     * The weighted mean: {@code Σ w (x̂ - x)² / Σ w}, over all leads.
     *
     * @param reconstructed [segment, lead, sample]
     * @param signal of the same shape
     * @param weights at least 0, [segment, lead, sample], or [segment, 1, sample] to be the same in all leads; 0
     *     everywhere gives 0
     */
    public static NDArray weighted(NDArray reconstructed, NDArray signal, NDArray weights) {
        long leads = signal.getShape().get(1) / weights.getShape().get(1);
        NDArray total = weights.sum().mul(leads).maximum(1);
        return reconstructed.sub(signal).square().mul(weights).sum().div(total);
    }
}
