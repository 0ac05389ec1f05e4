package org.physioclr.torch.protocol;

/**
 * One row of the training curve: means over an epoch's steps. A term that is switched off is NaN.
 *
 * @param epoch from 1
 * @param step the steps made so far
 * @param loss the whole training loss
 * @param contrastive its contrastive term
 * @param reconstruction the mean squared error of the reconstruction, not weighted
 * @param peaks that around the peaks, not weighted
 * @param validationLoss the whole loss on held-out patients, NaN if none are
 * @param learningRate at the end of the epoch
 * @param positivesPerAnchor the mean number of positives of an anchor, NaN if nothing is contrasted
 */
public record EpochMetrics(int epoch, int step, double loss, double contrastive, double reconstruction, double peaks,
        double validationLoss, double learningRate, double positivesPerAnchor) {
}
