package org.physioclr.torch.pretrain;

import org.physioclr.torch.loss.Pairing;

/**
 * What one step learns from, assembled in Java arrays. The views to be reconstructed come first.
 *
 * @param indices the numbers of its ECGs
 * @param views the number of views
 * @param signals {@code [view][lead][sample]}, flat, normalised, 0 where missing
 * @param pairing of the views
 * @param targets {@code [view][lead][sample]}, flat: the views to be reconstructed, normalised but neither masked nor
 *     disturbed; empty if none are
 * @param peakWeights {@code [view][sample]}, flat: 1 near R peaks and 0 elsewhere
 * @param reconstructed the number of views to be reconstructed
 */
record Batch(int[] indices, int views, float[] signals, Pairing pairing, float[] targets, float[] peakWeights,
        int reconstructed) {
}
