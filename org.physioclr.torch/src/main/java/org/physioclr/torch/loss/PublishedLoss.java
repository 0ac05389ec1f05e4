package org.physioclr.torch.loss;

import org.physioclr.torch.device.Autograd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;

/**
 * The contrastive loss as published, only to compare with: the mean over the ECGs i of
 * {@code log Σ_n exp(s_in/τ) - log Σ_p exp(s_ip/τ)} over negatives n and positives p of {@link PublishedPairing}. Its
 * defects are kept: the ECG itself, at similarity 1, takes most of the positives' sum; only the easiest positive is
 * pulled; the positives are absent from the denominator, so that there is no lower bound; and without a negative the
 * first term is log B - 10,000. Not kept is what no other encoder has: there the first token stands for the ECG, here
 * the mean over time.
 */
final class PublishedLoss {

    /** What the published code puts in place of pairs that do not count. */
    private static final float FILL = -1e4f;

    private PublishedLoss() {
    }

    static NDArray of(NDArray projections, PublishedPairing pairing, double temperature) {
        int ecgs = pairing.ecgs();
        NDArray anchors = projections.get(new NDIndex("0:{}", ecgs));
        boolean[] negative = new boolean[ecgs * ecgs];
        for (int i = 0; i < negative.length; i++) {
            negative[i] = !pairing.positive()[i];
        }
        NDList positives = new NDList(masked(anchors, anchors, pairing.positive(), temperature));
        if (pairing.shuffled()) {
            NDArray copies = projections.get(new NDIndex("{}:{}", ecgs, 2 * ecgs));
            positives.add(anchors.mul(copies).sum(new int[] {1}, true).div(Autograd.constant(anchors, temperature)));
        }
        if (pairing.adjacent()) {
            NDArray next = ecgs == 1 ? anchors
                : NDArrays.concat(new NDList(anchors.get(new NDIndex("1:")), anchors.get(new NDIndex("0:1"))));
            positives.add(anchors.mul(next).sum(new int[] {1}, true).div(Autograd.constant(anchors, temperature)));
        }
        return logSum(masked(anchors, anchors, negative, temperature))
            .sub(logSum(NDArrays.concat(positives, 1))).mean();
    }

    private static NDArray masked(NDArray anchors, NDArray others, boolean[] counts, double temperature) {
        NDArray logits = anchors.matMul(others.transpose()).div(Autograd.constant(anchors, temperature));
        float[] keep = new float[counts.length];
        float[] fill = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            keep[i] = counts[i] ? 1 : 0;
            fill[i] = counts[i] ? 0 : FILL;
        }
        NDManager manager = anchors.getManager();
        return logits.mul(manager.create(keep, logits.getShape())).add(manager.create(fill, logits.getShape()));
    }

    private static NDArray logSum(NDArray logits) {
        NDArray greatest = logits.max(new int[] {1}, true).stopGradient();
        return logits.sub(greatest).exp().sum(new int[] {1}, true).log().add(greatest);
    }
}
