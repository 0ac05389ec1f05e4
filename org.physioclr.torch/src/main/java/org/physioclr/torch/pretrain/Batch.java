package org.physioclr.torch.pretrain;

import org.physioclr.torch.loss.ViewPairs;

/**
 * What one step learns from, assembled in Java arrays. The views to be reconstructed come first.
 *
 * @param indices the numbers of its ECGs
 * @param views the number of views
 * @param signals {@code [view][lead][sample]}, flat, normalised, 0 where missing
 * @param pairs of the views; null if nothing is contrasted
 * @param targets {@code [view][lead][sample]}, flat: the views to be reconstructed, normalised but neither masked nor
 *     disturbed; empty if none are
 * @param counted {@code [view][lead][sample]}, flat: 1 where the reconstruction's error counts, else 0; null if it
 *     counts everywhere
 * @param peakWeights {@code [view][sample]}, flat: 1 at R peaks and 0 elsewhere
 * @param reconstructed the number of views to be reconstructed
 */
record Batch(int[] indices, int views, float[] signals, ViewPairs pairs, float[] targets, float[] counted,
        float[] peakWeights, int reconstructed) {

    /** Whether there is anything to learn from. */
    boolean pulls() {
        return pairs != null && pairs.anchors() > 0 || reconstructed > 0;
    }
}
