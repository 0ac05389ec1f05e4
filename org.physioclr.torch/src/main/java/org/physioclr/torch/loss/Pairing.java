package org.physioclr.torch.loss;

import org.physioclr.torch.protocol.FeaturePositives;
import org.physioclr.torch.protocol.FeaturePositives.Rule;

import ai.djl.ndarray.NDArray;

/**
 * Which views of a batch are to be alike and which are to differ. Positives of a view are the other views of its record
 * or patient (weight 1) and those of other patients with similar physiology (weight λ, or λ times the similarity);
 * negatives are those of other patients with dissimilar physiology; what lies between the two thresholds is left out. A
 * view is never its own positive. (In the published code it is, and takes most of the softmax.)
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
        int withoutNegatives, double positivesPerAnchor) implements ViewPairs {

    private static final float OUT = -1e9f;

    /**
     * Pairs the views of a batch.
     *
     * @param patientOfView the patient of each view; views of one record have the same
     * @param features the standardised features of each view's record, {@code [view][feature]}; null pairs by patient
     *     alone, all others being negatives
     * @param rule which features are similar; not used without features
     */
    public static Pairing of(int[] patientOfView, double[][] features, FeaturePositives rule) {
        int views = patientOfView.length;
        float[] weights = new float[views * views];
        float[] excluded = new float[views * views];
        Similarity similarity = features == null ? null : Similarity.of(features);
        Thresholds thresholds = features == null ? null : Thresholds.of(rule, similarity, patientOfView);
        int[] positives = new int[views];
        int[] negatives = new int[views];
        for (int u = 0; u < views; u++) {
            for (int v = 0; v < views; v++) {
                double weight = u == v ? Double.NaN : patientOfView[u] == patientOfView[v] ? 1
                    : similarity == null ? 0 : thresholds.weight(similarity.between(u, v));
                boolean out = Double.isNaN(weight);
                excluded[u * views + v] = out ? OUT : 0;
                weights[u * views + v] = out ? 0 : (float) weight;
                positives[u] += weight > 0 ? 1 : 0;
                negatives[u] += weight == 0 ? 1 : 0;
            }
        }
        return normalised(views, weights, excluded, positives, negatives);
    }

    /** Similarities from which on pairs of different patients are positives, and below which they are negatives. */
    private record Thresholds(double positiveFrom, double negativeBelow, double featureWeight, boolean soft) {

        static Thresholds of(FeaturePositives rule, Similarity similarity, int[] patientOfView) {
            if (rule.rule() == Rule.THRESHOLD) {
                return new Thresholds(rule.positiveSimilarity(), rule.negativeSimilarity(), rule.weight(), rule.soft());
            }
            double[] reached = similarity.reachedBy(patientOfView, rule.topPercent(),
                Math.min(100, rule.topPercent() + rule.greyPercent()));
            return new Thresholds(reached[0], reached[1], rule.weight(), rule.soft());
        }

        /** The weight of a positive, 0 for a negative, NaN for neither. Of unknown physiology is like nobody's. */
        double weight(double similarity) {
            if (Double.isNaN(similarity) || similarity < negativeBelow) {
                return 0;
            }
            double weight = soft ? featureWeight * similarity : featureWeight;
            return similarity >= positiveFrom && weight > 0 ? weight : Double.NaN;
        }
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

    @Override
    public NDArray loss(NDArray projections, double temperature) {
        return ContrastiveLoss.of(projections, this, temperature);
    }
}
