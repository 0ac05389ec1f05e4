package org.physioclr.torch.loss;

import java.util.Arrays;

/**
 * The cosine similarity of the physiology of a batch's views.
 *
 * @param unit the views' features, each of unit length, {@code [view][feature]}; zeros where nothing is known
 */
record Similarity(double[][] unit) {

    /** Of standardised features. */
    static Similarity of(double[][] features) {
        return new Similarity(Arrays.stream(features).map(Similarity::unit).toArray(double[][]::new));
    }

    private static double[] unit(double[] vector) {
        double norm = Math.sqrt(dot(vector, vector));
        return norm == 0 ? vector : Arrays.stream(vector).map(value -> value / norm).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private boolean isUnknown(int view) {
        return Arrays.stream(unit[view]).allMatch(value -> value == 0);
    }

    /** In [-1, 1]; NaN if nothing is known of one of them. */
    double between(int u, int v) {
        return isUnknown(u) || isUnknown(v) ? Double.NaN : dot(unit[u], unit[v]);
    }

    /**
     * The similarities that the most similar pairs of different patients reach.
     *
     * @param patientOfView the patient of each view
     * @param percents ascending shares of these pairs
     * @return for each share the similarity of the last pair within it; infinite where none is within
     */
    double[] reachedBy(int[] patientOfView, double... percents) {
        int views = unit.length;
        double[] all = new double[views * (views - 1) / 2];
        int count = 0;
        for (int u = 0; u < views; u++) {
            for (int v = u + 1; v < views; v++) {
                double similarity = patientOfView[u] == patientOfView[v] ? Double.NaN : between(u, v);
                if (!Double.isNaN(similarity)) {
                    all[count++] = similarity;
                }
            }
        }
        double[] sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        double[] reached = new double[percents.length];
        for (int i = 0; i < percents.length; i++) {
            int within = (int) Math.round(percents[i] / 100 * count);
            reached[i] = within == 0 ? Double.POSITIVE_INFINITY : sorted[count - Math.min(count, within)];
        }
        return reached;
    }
}
