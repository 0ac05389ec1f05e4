package org.physioclr.core.feature;

import java.util.Arrays;
import java.util.Map;

/** The features of the RR intervals. */
final class Rhythm {

    private static final double NN50_MS = 50;

    private Rhythm() {
    }

    /**
     * Computes.
     *
     * @param rr the RR intervals in milliseconds
     * @param values takes the features
     */
    static void put(double[] rr, Map<Feature, Double> values) {
        if (rr.length == 0) {
            return;
        }
        double median = Statistics.median(rr);
        values.put(SegmentFeatures.HEART_RATE, 60_000 / median);
        values.put(SegmentFeatures.RR_MEAN, Statistics.mean(rr));
        values.put(SegmentFeatures.SDNN, Statistics.deviation(rr));
        values.put(SegmentFeatures.RR_CV, Statistics.deviation(rr) / Statistics.mean(rr));
        values.put(SegmentFeatures.RR_ENTROPY, RrEntropy.of(rr));
        if (rr.length > 1) {
            double[] differences = new double[rr.length - 1];
            Arrays.setAll(differences, i -> Math.abs(rr[i + 1] - rr[i]));
            values.put(SegmentFeatures.RMSSD,
                Math.sqrt(Arrays.stream(differences).map(d -> d * d).sum() / differences.length));
            values.put(SegmentFeatures.PNN50,
                100.0 * Arrays.stream(differences).filter(d -> d > NN50_MS).count() / differences.length);
            values.put(SegmentFeatures.RR_IRREGULARITY, Statistics.median(differences) / median);
        }
    }
}
