package org.physioclr.core.feature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.physioclr.core.beat.Beat;
import org.physioclr.core.beat.Delineation;
import org.physioclr.core.beat.Delineator;
import org.physioclr.core.beat.RPeakDetector;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.MissingSamples;
import org.physioclr.core.signal.SignalQuality;

/**
 * The physiology of an ECG in numbers, computed on millivolts. A number that the record does not give, for lack of
 * beats, of a lead or of a wave, is NaN, never 0.
 *
 * @param values in the order of the layout's features
 * @param rPeaks ascending sample indices
 * @param beats one a R peak
 * @param quality why values are missing; empty if nothing stands in the way
 */
public record PhysiologyFeatures(double[] values, int[] rPeaks, List<Beat> beats, String quality) {

    /** How far before the R peak a P wave may begin. */
    private static final double P_REACH_SECONDS = 0.42;

    /**
     * Computes the features.
     *
     * @param record any leads, 100 Hz or more, in millivolts and without any normalisation
     * @param layout which features
     */
    public static PhysiologyFeatures compute(EcgRecord record, FeatureLayout layout) {
        EcgRecord whole = record.withSamples(MissingSamples.bridgeShortGaps(record).samplesMv());
        int[] rPeaks = RPeakDetector.detect(whole);
        Delineation delineation = Delineator.delineate(whole, rPeaks);
        List<Beat> beats = delineation.beats();
        List<Beat> own = leadBeats(whole, delineation);
        SignalQuality signal = SignalQuality.of(record);
        List<String> doubts = List.of();
        Map<Feature, Double> values = new HashMap<>();
        double[] rr = new double[Math.max(0, rPeaks.length - 1)];
        Arrays.setAll(rr, k -> (rPeaks[k + 1] - rPeaks[k]) * 1000 / record.rateHz());
        Rhythm.put(rr, values);
        if (!beats.isEmpty()) {
            values.put(SegmentFeatures.P_PRESENT, pPresent(beats, record.rateHz()));
            putIntervals(own, rr, record.rateHz(), values);
            BeatWindows windows = BeatWindows.of(whole, beats);
            doubts = Amplitudes.put(whole, signal, windows, beats, values).reasons();
            putMorphology(windows, record.rateHz(), values);
            Ectopy.put(windows, beats, rr, record.rateHz(), values);
        }
        if (layout == FeatureLayout.FULL_150) {
            putBeats(whole, own, rr, values);
        }
        double[] row = layout.features().stream().mapToDouble(feature -> values.getOrDefault(feature, Double.NaN))
            .toArray();
        return new PhysiologyFeatures(row, rPeaks, beats, FeatureQuality.text(record, signal, beats, doubts));
    }

    /** The beats in the lead that intervals are measured in: II, or all leads together where II is not to be had. */
    private static List<Beat> leadBeats(EcgRecord record, Delineation delineation) {
        int lead = record.indexOf(Lead.II);
        boolean usable = lead >= 0 && !delineation.leads().get(lead).isEmpty();
        return usable ? delineation.leads().get(lead) : delineation.beats();
    }

    private static void putIntervals(List<Beat> beats, double[] rr, double rateHz, Map<Feature, Double> values) {
        double msPerSample = 1000 / rateHz;
        double[][] columns = new double[5][beats.size()];
        for (int k = 0; k < beats.size(); k++) {
            Intervals intervals = Intervals.of(beats.get(k), msPerSample);
            columns[0][k] = beats.get(k).p().length() * msPerSample;
            columns[1][k] = intervals.pr();
            columns[2][k] = intervals.qrs();
            columns[3][k] = intervals.qt();
            columns[4][k] = beats.get(k).t().length() * msPerSample;
        }
        values.put(SegmentFeatures.P_DURATION, Statistics.median(columns[0]));
        values.put(SegmentFeatures.PR, Statistics.median(columns[1]));
        values.put(SegmentFeatures.QRS, Statistics.median(columns[2]));
        values.put(SegmentFeatures.T_DURATION, Statistics.median(columns[4]));
        putQt(Statistics.median(columns[3]), Statistics.median(rr) / 1000, values);
    }

    /** In percent. A P wave that the record's begin cuts off is not one that is absent. */
    private static double pPresent(List<Beat> beats, double rateHz) {
        double[] present = beats.stream()
            .filter(beat -> beat.qrs().isPresent())
            .filter(beat -> beat.p().isPresent() || beat.rPeak() >= P_REACH_SECONDS * rateHz)
            .mapToDouble(beat -> beat.p().isPresent() ? 100 : 0).toArray();
        return Statistics.mean(present);
    }

    private static void putQt(double qt, double rrSeconds, Map<Feature, Double> values) {
        values.put(SegmentFeatures.QT, qt);
        values.put(SegmentFeatures.QTC_BAZETT, qt / Math.sqrt(rrSeconds));
        values.put(SegmentFeatures.QTC_FRIDERICIA, qt / Math.cbrt(rrSeconds));
        values.put(SegmentFeatures.QTC_FRAMINGHAM, qt + 154 * (1 - rrSeconds));
        values.put(SegmentFeatures.QTC_HODGES, qt + 1.75 * (60 / rrSeconds - 60));
    }

    private static void putMorphology(BeatWindows windows, double rateHz, Map<Feature, Double> values) {
        double[] correlations = windows.adjacentCorrelations(rateHz);
        values.put(SegmentFeatures.CORRELATION_MEAN, Statistics.mean(correlations));
        values.put(SegmentFeatures.CORRELATION_MIN,
            Arrays.stream(Statistics.present(correlations)).min().orElse(Double.NaN));
        values.put(SegmentFeatures.NOISE, windows.noiseMv(rateHz));
    }

    private static void putBeats(EcgRecord record, List<Beat> beats, double[] rr, Map<Feature, Double> values) {
        float[] lead = record.samplesMv()[Math.max(0, record.indexOf(Lead.II))];
        for (int k = 0; k < Math.min(BeatFeatures.BEATS, beats.size()); k++) {
            List<Feature> features = BeatFeatures.of(k + 1);
            double[] numbers =
                BeatFeatures.values(beats.get(k), lead, record.rateHz(), k == 0 ? Double.NaN : rr[k - 1] / 1000);
            for (int i = 0; i < numbers.length; i++) {
                values.put(features.get(i), numbers[i]);
            }
        }
    }
}
