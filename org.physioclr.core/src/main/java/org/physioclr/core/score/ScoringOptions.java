package org.physioclr.core.score;

import org.physioclr.core.run.Seed;

/**
 * How scores get their intervals.
 *
 * @param method of the labels' AUROC
 * @param biasCorrected whether bootstrap intervals are BCa instead of percentile intervals; average precision and
 *     macro average precision always get percentile intervals
 * @param level the confidence level, in (0, 1)
 * @param replicates of the bootstrap, at least 100
 * @param seed of the bootstrap
 * @param calibrationBins bins of the reliability table, at least 1
 */
public record ScoringOptions(IntervalMethod method, boolean biasCorrected, double level, int replicates, Seed seed,
    int calibrationBins) {

    /** The fewest replicates from which a 95 % interval can be read. */
    public static final int FEWEST_REPLICATES = 100;

    public ScoringOptions {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The confidence level must lie between 0 and 1, not at " + level);
        }
        if (replicates < FEWEST_REPLICATES) {
            throw new IllegalArgumentException("The bootstrap needs at least " + FEWEST_REPLICATES
                + " replicates, not " + replicates);
        }
        if (calibrationBins < 1) {
            throw new IllegalArgumentException("The reliability table needs at least one bin, not " + calibrationBins);
        }
    }

    /** 95 % intervals after Newcombe, 2,000 replicates, percentile intervals. */
    public static ScoringOptions usual(Seed seed) {
        return new ScoringOptions(IntervalMethod.NEWCOMBE, false, 0.95, 2000, seed, Calibration.USUAL_BINS);
    }
}
