package org.physioclr.core.score;

/**
 * How a threshold is chosen. It belongs on training rows: a threshold chosen on the rows it is judged by flatters. Rows
 * that score at least the threshold are called positive.
 */
public sealed interface ThresholdRule {

    /**
     * The threshold that this rule gives.
     *
     * @param training the scores of training rows
     * @return NaN if a rule that looks at the scores finds only one outcome
     */
    double choose(SortedScores training);

    /** A threshold set in advance. */
    record Fixed(double threshold) implements ThresholdRule {
        public Fixed {
            if (!Double.isFinite(threshold)) {
                throw new IllegalArgumentException("A threshold must be a finite number, not " + threshold);
            }
        }

        @Override
        public double choose(SortedScores training) {
            return threshold;
        }
    }

    /** Maximises sensitivity + specificity − 1 (W. J. Youden, Cancer 3 (1950) 32). */
    record Youden() implements ThresholdRule {
        @Override
        public double choose(SortedScores training) {
            double m = training.positives();
            double n = training.negatives();
            // Times mn, so that equally good cuts are equal numbers.
            return BestCut.of(training, (found, falseAlarms) -> found * n - falseAlarms * m);
        }
    }

    /** Maximises F1. */
    record BestF1() implements ThresholdRule {
        @Override
        public double choose(SortedScores training) {
            double m = training.positives();
            return BestCut.of(training, (found, falseAlarms) -> 2 * found / (m + found + falseAlarms));
        }
    }
}
