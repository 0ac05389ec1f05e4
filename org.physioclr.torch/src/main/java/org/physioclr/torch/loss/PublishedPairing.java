package org.physioclr.torch.loss;

import ai.djl.ndarray.NDArray;

/**
 * The pairs of the published code (nooshinmaghsoodi/PhysioCLR at 29b4122), with its defects, only to compare with. The
 * candidates of an ECG are all shuffled copies, all "adjacent" ones and all ECGs of the batch. Its positives are its
 * own copy, the ECG that follows it in the batch (taken for its neighbour, though it is a stranger) and all ECGs of
 * similar features, itself among them; its negatives are the ECGs of dissimilar features. Whose ECGs they are is not
 * asked.
 *
 * @param ecgs the number of ECGs, B; the views are B segments and, if there are any, their B shuffled copies
 * @param shuffled whether there are shuffled copies
 * @param adjacent whether the next ECG counts as the neighbour
 * @param positive {@code [anchor * B + ecg]}: whether their features are similar; always so for the anchor itself
 */
public record PublishedPairing(int ecgs, boolean shuffled, boolean adjacent, boolean[] positive) implements ViewPairs {

    /**
     * Pairs a batch.
     *
     * @param ecgs how many
     * @param features of each ECG, {@code [ecg][feature]}; null takes each for similar to itself alone
     * @param similarity δ: from this cosine on they are similar
     */
    public static PublishedPairing of(int ecgs, boolean shuffled, boolean adjacent, double[][] features,
            double similarity) {
        Similarity similarities = features == null ? null : Similarity.of(features);
        boolean[] positive = new boolean[ecgs * ecgs];
        for (int u = 0; u < ecgs; u++) {
            for (int v = 0; v < ecgs; v++) {
                positive[u * ecgs + v] =
                    u == v || similarities != null && similarities.between(u, v) >= similarity;
            }
        }
        return new PublishedPairing(ecgs, shuffled, adjacent, positive);
    }

    @Override
    public int views() {
        return shuffled ? 2 * ecgs : ecgs;
    }

    @Override
    public int anchors() {
        return ecgs;
    }

    @Override
    public int withoutNegatives() {
        int without = 0;
        for (int u = 0; u < ecgs; u++) {
            without += similarTo(u) == ecgs ? 1 : 0;
        }
        return without;
    }

    @Override
    public double positivesPerAnchor() {
        int all = 0;
        for (int u = 0; u < ecgs; u++) {
            all += similarTo(u) + (shuffled ? 1 : 0) + (adjacent ? 1 : 0);
        }
        return (double) all / ecgs;
    }

    private int similarTo(int anchor) {
        int count = 0;
        for (int v = 0; v < ecgs; v++) {
            count += positive[anchor * ecgs + v] ? 1 : 0;
        }
        return count;
    }

    @Override
    public NDArray loss(NDArray projections, double temperature) {
        return PublishedLoss.of(projections, this, temperature);
    }
}
