package org.physioclr.core.score;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * DeLong's estimate of the variance of AUROCs, and of their covariance when several score columns judge the same rows.
 * With ψ = 1, ½, 0 for a positive above, at, below a negative, the placements V10 of a positive among the n negatives
 * and V01 of a negative among the m positives are the means of ψ, and S = cov(V10)/m + cov(V01)/n with divisors m−1 and
 * n−1. Undefined (NaN) with fewer than two rows of either outcome. O(k N log N) for k columns.
 *
 * <p>E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44 (1988) 837, doi:10.2307/2531595; by ranks:
 * X. Sun and W. Xu, IEEE Signal Processing Letters 21 (2014) 1389, doi:10.1109/LSP.2014.2337313.
 *
 * @param aurocs {@code [column]}
 * @param covariance {@code [column][column]} of the AUROCs
 * @param positives m, the rows of positive truth that have all scores
 * @param negatives n
 */
public record DeLong(double[] aurocs, double[][] covariance, int positives, int negatives) {

    /**
     * The AUROCs of several score columns and their covariance.
     *
     * @param truth {@code [row]}, see {@link Truth}
     * @param scores {@code [column][row]}, at least one column; a row that lacks truth or one of its scores (NaN) is
     *     left out
     */
    public static DeLong of(byte[] truth, double[]... scores) {
        byte[] complete = complete(truth, scores);
        int columns = scores.length;
        double[] aurocs = new double[columns];
        double[][] ofPositives = new double[columns][];
        double[][] ofNegatives = new double[columns][];
        SortedScores sorted = null;
        for (int c = 0; c < columns; c++) {
            sorted = SortedScores.of(complete, scores[c]);
            aurocs[c] = Auroc.of(sorted);
            ofPositives[c] = Placements.of(complete, scores[c], Truth.POSITIVE, sorted);
            ofNegatives[c] = Placements.of(complete, scores[c], Truth.NEGATIVE, sorted);
        }
        double[][] covariance = new double[columns][columns];
        for (int a = 0; a < columns; a++) {
            for (int b = 0; b <= a; b++) {
                covariance[a][b] = meanCovariance(ofPositives[a], ofPositives[b], aurocs[a], aurocs[b])
                    + meanCovariance(ofNegatives[a], ofNegatives[b], aurocs[a], aurocs[b]);
                covariance[b][a] = covariance[a][b];
            }
        }
        return new DeLong(aurocs, covariance, sorted.positives(), sorted.negatives());
    }

    /**
     * The variance of one AUROC, without a row's identity: two sweeps over the sorted scores and no further memory.
     *
     * @return NaN with fewer than two rows of either outcome
     */
    public static double variance(SortedScores scores) {
        int m = scores.positives();
        int n = scores.negatives();
        if (m < 2 || n < 2) {
            return Double.NaN;
        }
        double auroc = Auroc.of(scores);
        double[] squares = new double[2];
        scores.forEachTie((score, positives, negatives, positivesBelow, negativesBelow) -> {
            if (positives > 0) {
                double deviation = (negativesBelow + 0.5 * negatives) / n - auroc;
                squares[0] += positives * deviation * deviation;
            }
            if (negatives > 0) {
                double deviation = 1 - (positivesBelow + 0.5 * positives) / m - auroc;
                squares[1] += negatives * deviation * deviation;
            }
        });
        return squares[0] / (m - 1) / m + squares[1] / (n - 1) / n;
    }

    /** The estimated standard error of one column's AUROC, NaN if undefined. */
    public double standardError(int column) {
        return Math.sqrt(covariance[column][column]);
    }

    /** Tests whether two of the columns have the same AUROC. */
    public PairedTest test(int first, int second) {
        double difference = aurocs[first] - aurocs[second];
        double variance = covariance[first][first] + covariance[second][second] - 2 * covariance[first][second];
        // Rounding leaves about 1e-17 where the two columns rank every pair alike.
        double floor = 1e-14 * (covariance[first][first] + covariance[second][second]);
        return PairedTest.of(difference, variance <= floor ? 0 : Math.sqrt(variance));
    }

    /**
     * A test of several AUROCs at once.
     *
     * @param chiSquare (LA)ᵀ(LSLᵀ)⁺(LA) with the differences LA of neighbouring columns
     * @param degrees the rank of LSLᵀ
     * @param p the probability of such a value if all AUROCs are equal; NaN if undefined
     */
    public record EqualityTest(double chiSquare, int degrees, double p) {
    }

    /** Tests whether all columns have the same AUROC. */
    public EqualityTest testAllEqual() {
        int contrasts = aurocs.length - 1;
        if (contrasts < 1 || Double.isNaN(covariance[0][0])) {
            return new EqualityTest(Double.NaN, 0, Double.NaN);
        }
        RealMatrix l = MatrixUtils.createRealMatrix(contrasts, aurocs.length);
        for (int i = 0; i < contrasts; i++) {
            l.setEntry(i, i, 1);
            l.setEntry(i, i + 1, -1);
        }
        RealVector differences = l.operate(MatrixUtils.createRealVector(aurocs));
        SingularValueDecomposition svd = new SingularValueDecomposition(
            l.multiply(MatrixUtils.createRealMatrix(covariance)).multiplyTransposed(l));
        int rank = svd.getRank();
        if (rank == 0) {
            return new EqualityTest(0, 0, differences.getNorm() < 1e-12 ? 1 : Double.NaN);
        }
        double chiSquare = differences.dotProduct(svd.getSolver().solve(differences));
        return new EqualityTest(chiSquare, rank,
            1 - new ChiSquaredDistribution(rank).cumulativeProbability(chiSquare));
    }

    private static byte[] complete(byte[] truth, double[][] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("DeLong's method needs at least one column of scores");
        }
        byte[] complete = truth.clone();
        for (double[] score : scores) {
            if (score.length != truth.length) {
                throw new IllegalArgumentException(truth.length + " rows of truth, but " + score.length + " scores");
            }
            for (int row = 0; row < truth.length; row++) {
                if (Double.isNaN(score[row])) {
                    complete[row] = Truth.MISSING;
                }
            }
        }
        return complete;
    }

    /** The sample covariance around known means, divided by the number of values. */
    private static double meanCovariance(double[] a, double[] b, double meanA, double meanB) {
        if (a.length < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1) / a.length;
    }
}
