package org.physioclr.core.score;

import java.util.ArrayList;
import java.util.List;

/**
 * How well probabilities agree with what happened.
 *
 * @param rows the rows with truth and a probability
 * @param brier the mean squared difference of probability and outcome, in [0, 1] (G. W. Brier, Monthly Weather Review
 *     78 (1950) 1); NaN if undefined
 * @param expectedError the expected calibration error: the mean over rows of |share of positives − mean probability| of
 *     the row's bin (Naeini, Cooper and Hauskrecht, AAAI 2015); NaN if undefined
 * @param bins the reliability table, without empty bins
 * @param reason why the figures are undefined, else empty
 */
public record Calibration(int rows, double brier, double expectedError, List<Bin> bins, String reason) {

    /** The usual number of bins. */
    public static final int USUAL_BINS = 10;

    /**
     * The rows whose probability lies in [from, to), or [from, to] in the last bin.
     *
     * @param positives how many of the rows are positive
     * @param meanProbability the mean predicted probability
     */
    public record Bin(double from, double to, int rows, int positives, double meanProbability) {

        /** The share of positives with Wilson's interval. */
        public Estimate share(double level) {
            return Proportion.of(positives, rows, level, "no rows");
        }
    }

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * The calibration of one label.
     *
     * @param truth {@code [row]}, see {@link Truth}
     * @param probability {@code [row]}; NaN is missing
     * @param binCount how many bins of equal width, at least 1
     */
    public static Calibration of(byte[] truth, double[] probability, int binCount) {
        int[] rows = new int[binCount];
        int[] positives = new int[binCount];
        double[] sums = new double[binCount];
        double squares = 0;
        int total = 0;
        for (int row = 0; row < truth.length; row++) {
            double p = probability[row];
            if (truth[row] == Truth.MISSING || Double.isNaN(p)) {
                continue;
            }
            if (p < 0 || p > 1) {
                return undefined("scores outside [0, 1] are no probabilities");
            }
            int bin = Math.min(binCount - 1, (int) (p * binCount));
            rows[bin]++;
            positives[bin] += truth[row];
            sums[bin] += p;
            squares += (p - truth[row]) * (p - truth[row]);
            total++;
        }
        return total == 0 ? undefined("no row has both a known truth and a score")
            : summarise(total, squares, rows, positives, sums);
    }

    private static Calibration summarise(int total, double squares, int[] rows, int[] positives, double[] sums) {
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int bin = 0; bin < rows.length; bin++) {
            if (rows[bin] > 0) {
                error += Math.abs(positives[bin] - sums[bin]) / total;
                bins.add(new Bin((double) bin / rows.length, (bin + 1.0) / rows.length, rows[bin], positives[bin],
                    sums[bin] / rows[bin]));
            }
        }
        return new Calibration(total, squares / total, error, bins, "");
    }

    private static Calibration undefined(String reason) {
        return new Calibration(0, Double.NaN, Double.NaN, List.of(), reason);
    }
}
