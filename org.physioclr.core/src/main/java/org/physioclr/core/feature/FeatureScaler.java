package org.physioclr.core.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * Makes feature vectors comparable. Fitted on training rows only: columns without variation are dropped, missing values
 * take the column's median, values become robust z-scores, {@code (x - median) / (1.4826 MAD)}, with the standard
 * deviation where more than half of the values are equal, clipped to the limit; then principal components, from the
 * largest variance on. A plain record, so that it can be stored as it is.
 *
 * @param names all columns
 * @param kept indices of the columns that vary
 * @param centres the medians of the kept columns
 * @param scales the deviations of the kept columns
 * @param clip the limit
 * @param means the means of the z-scores
 * @param components {@code [component][kept column]}, orthonormal, the largest loading positive
 * @param explained the share of the z-scores' variance that each component has
 */
public record FeatureScaler(List<String> names, int[] kept, double[] centres, double[] scales, double clip,
        double[] means, double[][] components, double[] explained) {

    /** 1 / the MAD of the standard normal distribution. */
    private static final double MAD_TO_DEVIATION = 1.4826022185056018;

    /**
     * How to scale.
     *
     * @param components the most principal components, at least 1
     * @param clip the limit of the z-scores, above 0
     */
    public record Options(int components, double clip) {
        public Options {
            if (components < 1 || !(clip > 0)) {
                throw new IllegalArgumentException("At least one component and a limit above 0 are needed, not "
                    + components + " and " + clip);
            }
        }

        /** Fifty components, as in the paper, and a limit of five deviations. */
        public Options() {
            this(50, 5);
        }
    }

    /**
     * Fits a scaler.
     *
     * @param names the columns
     * @param rows {@code [row][column]}, NaN or infinite where missing; at least one
     * @param options how
     * @throws IllegalArgumentException if no column varies, or a row has another length than the names
     */
    public static FeatureScaler fit(List<String> names, double[][] rows, Options options) {
        Arrays.stream(rows).forEach(row -> check(row, names));
        List<Integer> kept = new ArrayList<>();
        double[] centres = new double[names.size()];
        double[] scales = new double[names.size()];
        for (int column = 0; column < names.size(); column++) {
            int index = column;
            double[] values = Arrays.stream(rows).mapToDouble(row -> row[index]).filter(Double::isFinite).toArray();
            centres[column] = Statistics.median(values);
            scales[column] = scale(values, centres[column]);
            if (scales[column] > 0) {
                kept.add(column);
            }
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("None of the " + names.size() + " feature columns varies over the "
                + rows.length + " training rows. Check that they were computed from these ECGs.");
        }
        int[] columns = kept.stream().mapToInt(Integer::intValue).toArray();
        FeatureScaler standard = new FeatureScaler(List.copyOf(names), columns, picked(centres, columns),
            picked(scales, columns), options.clip(), new double[columns.length], new double[0][], new double[0]);
        return standard.withComponents(Arrays.stream(rows).map(standard::standardised).toArray(double[][]::new),
            options.components());
    }

    private static void check(double[] row, List<String> names) {
        if (row.length != names.size()) {
            throw new IllegalArgumentException("A row of " + row.length + " values for " + names.size() + " features");
        }
    }

    /** 0 for a constant, whose standard deviation as computed may be a rounding error above it. */
    private static double scale(double[] values, double centre) {
        if (Arrays.stream(values).allMatch(value -> value == centre)) {
            return 0;
        }
        double mad = Statistics.median(Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray());
        return mad > 0 ? MAD_TO_DEVIATION * mad : Statistics.deviation(values);
    }

    private static double[] picked(double[] values, int[] columns) {
        return Arrays.stream(columns).mapToDouble(column -> values[column]).toArray();
    }

    private FeatureScaler withComponents(double[][] z, int most) {
        int width = kept.length;
        double[] mean = new double[width];
        double[][] covariance = new double[width][width];
        for (double[] row : z) {
            for (int i = 0; i < width; i++) {
                mean[i] += row[i] / z.length;
            }
        }
        for (double[] row : z) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / Math.max(1, z.length - 1);
                    covariance[j][i] = covariance[i][j];
                }
            }
        }
        EigenDecompositionSymmetric eigen =
            new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(covariance));
        double total = Arrays.stream(eigen.getEigenvalues()).map(value -> Math.max(0, value)).sum();
        int count = (int) IntStream.range(0, Math.min(most, width))
            .filter(k -> eigen.getEigenvalue(k) > 1e-12 * total).count();
        double[][] directions = new double[count][];
        double[] shares = new double[count];
        for (int k = 0; k < count; k++) {
            directions[k] = positive(eigen.getEigenvector(k).toArray());
            shares[k] = eigen.getEigenvalue(k) / total;
        }
        return new FeatureScaler(names, kept, centres, scales, clip, mean, directions, shares);
    }

    /** A component and its negative are equivalent: the one whose largest loading is positive. */
    private static double[] positive(double[] direction) {
        int largest = 0;
        for (int i = 1; i < direction.length; i++) {
            largest = Math.abs(direction[i]) > Math.abs(direction[largest]) ? i : largest;
        }
        double sign = direction[largest] < 0 ? -1 : 1;
        return Arrays.stream(direction).map(value -> sign * value).toArray();
    }

    private double[] standardised(double[] row) {
        double[] z = new double[kept.length];
        for (int i = 0; i < z.length; i++) {
            double value = (row[kept[i]] - centres[i]) / scales[i];
            z[i] = Double.isFinite(value) ? Math.max(-clip, Math.min(clip, value)) : 0;
        }
        return z;
    }

    /**
     * Scales a row.
     *
     * @param row a value a column, NaN or infinite where missing
     * @return a value a component, never NaN
     * @throws IllegalArgumentException if the row has another length than the names
     */
    public double[] transform(double[] row) {
        check(row, names);
        double[] z = standardised(row);
        double[] scores = new double[components.length];
        for (int k = 0; k < scores.length; k++) {
            for (int i = 0; i < z.length; i++) {
                scores[k] += components[k][i] * (z[i] - means[i]);
            }
        }
        return scores;
    }
}
