package org.physioclr.core.score;

import java.util.random.RandomGenerator;

import org.physioclr.core.run.Seed;

/**
 * Draws the clusters of each bootstrap replicate with replacement. Replicate r depends on the seed and r alone, so that
 * threads may share the work in any way.
 */
final class Resampler {

    private static final int ATTEMPTS = 100;

    private final Clusters clusters;
    private final Seed seed;

    Resampler(Clusters clusters, Seed seed) {
        this.clusters = clusters;
        this.seed = seed;
    }

    /** The row weights of a replicate. */
    int[] weights(int replicate) {
        RandomGenerator random = seed.child(replicate).generator();
        int[] drawn = new int[clusters.count()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[random.nextInt(drawn.length)]++;
        }
        return clusters.rowWeights(drawn);
    }

    /**
     * The row weights of a replicate that keeps the numbers of clusters with and without positives of a label.
     *
     * @param label a name for the random stream
     * @param strata from {@link Clusters#strata}
     * @param ranking the label's, which has both outcomes
     */
    int[] stratified(int replicate, String label, int[][] strata, WeightedRanking ranking) {
        RandomGenerator random = seed.child(replicate).child(label).generator();
        int[] weights = null;
        // Only a draw in which every negative belongs to a patient with positives can lose an outcome.
        for (int i = 0; i < ATTEMPTS; i++) {
            int[] drawn = new int[clusters.count()];
            for (int[] stratum : strata) {
                for (int k = 0; k < stratum.length; k++) {
                    drawn[stratum[random.nextInt(stratum.length)]]++;
                }
            }
            weights = clusters.rowWeights(drawn);
            if (!Double.isNaN(ranking.figures(weights).auroc())) {
                return weights;
            }
        }
        return weights;
    }
}
