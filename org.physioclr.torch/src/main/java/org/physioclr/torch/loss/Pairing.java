package org.physioclr.torch.loss;

import java.util.Arrays;

/**
 * Which views of a batch are to be alike and which are to differ. Positives of a view are the other views of its record
 * or patient (weight 1) and those of other patients with similar physiology (weight λ); negatives are those of other
 * patients with dissimilar physiology; what lies between the two thresholds is left out. A view is never its own
 * positive. (In the published code it is, and takes most of the softmax.)
 *
 * @param views the number of views, M
 * @param weights {@code [anchor * M + view]}: the weight of a positive divided by the anchor's sum of weights and by
 *     the number of anchors, so that the loss is a weighted sum; 0 where not positive
 * @param excluded {@code [anchor * M + view]}: 0 for positives and negatives, a large negative number for the rest
 * @param anchors views with at least one positive and one negative; the others contribute nothing
 * @param withoutPositives views without a positive
 * @param withoutNegatives views without a negative
 * @param positivesPerAnchor the mean number of positives of the anchors
 */
public record Pairing(int views, float[] weights, float[] excluded, int anchors, int withoutPositives,
        int withoutNegatives, double positivesPerAnchor) {

    private static final float OUT = -1e9f;

    /**
     * Thresholds on the cosine similarity of two records' features.
     *
     * @param featureWeight λ
     * @param positiveFrom δ⁺: positive from here on
     * @param negativeBelow δ⁻: negative below
     */
    public record Thresholds(double featureWeight, double positiveFrom, double negativeBelow) {
    }

    /**
     * Pairs the views of a batch.
     *
     * @param patientOfView the patient of each view; views of one record have the same
     * @param features the standardised features of each view's record, {@code [view][feature]}; null pairs by patient
     *     alone, all others being negatives
     * @param thresholds what similar means; not used without features
     */
    public static Pairing of(int[] patientOfView, double[][] features, Thresholds thresholds) {
        int views = patientOfView.length;
        float[] weights = new float[views * views];
        float[] excluded = new float[views * views];
        double[][] unit = features == null ? null : Arrays.stream(features).map(Pairing::unit).toArray(double[][]::new);
        int[] positives = new int[views];
        int[] negatives = new int[views];
        for (int u = 0; u < views; u++) {
            for (int v = 0; v < views; v++) {
                double weight = u == v ? 0 : weight(patientOfView[u] == patientOfView[v],
                    unit == null ? Double.NaN : dot(unit[u], unit[v]), thresholds);
                boolean out = u == v || Double.isNaN(weight);
                excluded[u * views + v] = out ? OUT : 0;
                weights[u * views + v] = out ? 0 : (float) weight;
                positives[u] += weights[u * views + v] > 0 ? 1 : 0;
                negatives[u] += !out && weights[u * views + v] == 0 ? 1 : 0;
            }
        }
        return normalised(views, weights, excluded, positives, negatives);
    }

    /** The weight of a positive, 0 for a negative, NaN for neither. */
    private static double weight(boolean samePatient, double similarity, Thresholds thresholds) {
        if (samePatient) {
            return 1;
        }
        if (Double.isNaN(similarity) || similarity < thresholds.negativeBelow()) {
            return 0;
        }
        boolean positive = similarity >= thresholds.positiveFrom() && thresholds.featureWeight() > 0;
        return positive ? thresholds.featureWeight() : Double.NaN;
    }

    private static Pairing normalised(int views, float[] weights, float[] excluded, int[] positives, int[] negatives) {
        int anchors = 0;
        int allPositives = 0;
        int withoutPositives = 0;
        int withoutNegatives = 0;
        for (int u = 0; u < views; u++) {
            withoutPositives += positives[u] == 0 ? 1 : 0;
            withoutNegatives += negatives[u] == 0 ? 1 : 0;
            if (positives[u] > 0 && negatives[u] > 0) {
                anchors++;
                allPositives += positives[u];
            }
        }
        for (int u = 0; u < views; u++) {
            double sum = 0;
            for (int v = 0; v < views; v++) {
                sum += weights[u * views + v];
            }
            boolean anchor = positives[u] > 0 && negatives[u] > 0;
            for (int v = 0; v < views; v++) {
                weights[u * views + v] = anchor ? (float) (weights[u * views + v] / (sum * anchors)) : 0;
            }
        }
        return new Pairing(views, weights, excluded, anchors, withoutPositives, withoutNegatives,
            anchors == 0 ? 0 : (double) allPositives / anchors);
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
}
