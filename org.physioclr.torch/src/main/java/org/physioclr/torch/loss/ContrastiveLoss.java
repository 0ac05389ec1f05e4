package org.physioclr.torch.loss;

import org.physioclr.torch.device.Autograd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The contrastive loss: for every anchor u the weighted mean over its positives p of
 * {@code log Σ_v exp(s_uv/τ) - s_up/τ}, v running over positives and negatives, s being the cosine similarity; then the
 * mean over the anchors. This is SupCon's "out" form (Khosla et al., NeurIPS 2020, equation 2) with weights; with one
 * positive each it is NT-Xent (Chen et al., ICML 2020). It is never negative, as each positive is in its own
 * denominator. (The published loss leaves positives out of it and is unbounded below.)
 */
public final class ContrastiveLoss {

    private ContrastiveLoss() {
    }

    /**
     * The loss of a batch.
     *
     * @param projections [view, number], each of unit length
     * @param pairing of the same views
     * @param temperature τ
     * @return a scalar, at least 0; exactly 0 if the pairing has no anchor
     */
    public static NDArray of(NDArray projections, Pairing pairing, double temperature) {
        NDManager manager = projections.getManager();
        Shape square = new Shape(pairing.views(), pairing.views());
        NDArray logits = projections.matMul(projections.transpose())
            .div(Autograd.constant(projections, temperature));
        NDArray candidates = logits.add(manager.create(pairing.excluded(), square));
        NDArray greatest = candidates.max(new int[] {1}, true).stopGradient();
        NDArray logSum = candidates.sub(greatest).exp().sum(new int[] {1}, true).log().add(greatest);
        return logSum.sub(logits).mul(manager.create(pairing.weights(), square)).sum();
    }
}
