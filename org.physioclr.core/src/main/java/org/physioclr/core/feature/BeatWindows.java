package org.physioclr.core.feature;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.physioclr.core.beat.Beat;
import org.physioclr.core.beat.Wave;
import org.physioclr.core.signal.EcgRecord;

/**
 * The beats of a record cut out around their R peaks, each on the baseline before its own QRS complex, and their
 * median.
 *
 * @param beats {@code [beat][lead][sample]} in millivolts, NaN beyond the record and where missing
 * @param median {@code [lead][sample]}
 * @param before the samples before the R peak
 */
record BeatWindows(float[][][] beats, float[][] median, int before) {

    /** Wide enough for the P wave of a long PR interval and the T wave of a long QT interval. */
    private static final double BEFORE_SECONDS = 0.45;
    private static final double AFTER_SECONDS = 0.65;

    /** Where beats are compared: from R on, without much of the beats beside it. */
    private static final double COMPARED_BEFORE_SECONDS = 0.25;
    private static final double COMPARED_AFTER_SECONDS = 0.4;

    static BeatWindows of(EcgRecord record, List<Beat> beats) {
        int before = (int) Math.round(BEFORE_SECONDS * record.rateHz());
        int after = (int) Math.round(AFTER_SECONDS * record.rateHz());
        float[][][] windows = beats.stream().filter(beat -> beat.qrs().isPresent())
            .map(beat -> cut(record, beat, before, before + after)).toArray(float[][][]::new);
        float[][] median = new float[record.leads().size()][];
        for (int lead = 0; lead < median.length; lead++) {
            int index = lead;
            float[][] beatsOfLead = Arrays.stream(windows).map(window -> window[index]).toArray(float[][]::new);
            median[lead] = ColumnMedians.of(beatsOfLead, before + after);
        }
        return new BeatWindows(windows, median, before);
    }

    private static float[][] cut(EcgRecord record, Beat beat, int before, int length) {
        float[][] window = new float[record.leads().size()][length];
        for (int lead = 0; lead < window.length; lead++) {
            float[] signal = record.samplesMv()[lead];
            double baseline = Baseline.before(signal, beat.qrs(), record.rateHz());
            for (int i = 0; i < length; i++) {
                int at = beat.rPeak() - before + i;
                window[lead][i] = at < 0 || at >= signal.length ? Float.NaN : (float) (signal[at] - baseline);
            }
        }
        return window;
    }

    /** A wave's usual place in the windows: the medians over the beats that have it. */
    Wave usual(List<Beat> all, Function<Beat, Wave> which) {
        double[][] places = new double[3][all.size()];
        for (int k = 0; k < all.size(); k++) {
            Wave wave = which.apply(all.get(k));
            int origin = all.get(k).rPeak() - before;
            places[0][k] = wave.isPresent() ? wave.onset() - origin : Double.NaN;
            places[1][k] = wave.isPresent() ? wave.peak() - origin : Double.NaN;
            places[2][k] = wave.isPresent() ? wave.offset() - origin : Double.NaN;
        }
        double onset = Statistics.median(places[0]);
        double offset = Statistics.median(places[2]);
        if (Double.isNaN(onset) || onset < 0 || offset >= median[0].length) {
            return Wave.ABSENT;
        }
        double middle = Math.max(onset, Math.min(offset, Statistics.median(places[1])));
        return new Wave((int) Math.round(onset), (int) Math.round(middle), (int) Math.round(offset));
    }

    /**
     * The root mean square deviation of the beats from their median in millivolts, from 250 ms before to 400 ms after
     * the R peak; NaN without at least two beats.
     */
    double noiseMv(double rateHz) {
        int from = before - (int) Math.round(COMPARED_BEFORE_SECONDS * rateHz);
        int to = before + (int) Math.round(COMPARED_AFTER_SECONDS * rateHz);
        double sum = 0;
        long count = 0;
        for (float[][] beat : beats) {
            for (int lead = 0; lead < beat.length; lead++) {
                for (int i = from; i < to; i++) {
                    double deviation = beat[lead][i] - median[lead][i];
                    sum += Double.isNaN(deviation) ? 0 : deviation * deviation;
                    count += Double.isNaN(deviation) ? 0 : 1;
                }
            }
        }
        return beats.length < 2 || count == 0 ? Double.NaN : Math.sqrt(sum / count);
    }

    /** The correlations of adjacent beats over all leads from 250 ms before to 400 ms after the R peak. */
    double[] adjacentCorrelations(double rateHz) {
        double[] correlations = new double[Math.max(0, beats.length - 1)];
        int from = before - (int) Math.round(COMPARED_BEFORE_SECONDS * rateHz);
        int to = before + (int) Math.round(COMPARED_AFTER_SECONDS * rateHz);
        for (int k = 0; k < correlations.length; k++) {
            correlations[k] = correlation(beats[k], beats[k + 1], from, to);
        }
        return correlations;
    }

    /** How much a beat looks like the median beat, in a stretch of the windows. */
    double likeness(int beat, int from, int to) {
        return correlation(beats[beat], median, from, to);
    }

    /** Pearson's correlation of the samples that both beats have, each lead about its own mean. */
    private static double correlation(float[][] a, float[][] b, int from, int to) {
        double cross = 0;
        double squareA = 0;
        double squareB = 0;
        for (int lead = 0; lead < a.length; lead++) {
            double meanA = 0;
            double meanB = 0;
            int count = 0;
            for (int i = from; i < to; i++) {
                if (!Float.isNaN(a[lead][i]) && !Float.isNaN(b[lead][i])) {
                    meanA += a[lead][i];
                    meanB += b[lead][i];
                    count++;
                }
            }
            for (int i = from; i < to && count > 0; i++) {
                if (!Float.isNaN(a[lead][i]) && !Float.isNaN(b[lead][i])) {
                    double x = a[lead][i] - meanA / count;
                    double y = b[lead][i] - meanB / count;
                    cross += x * y;
                    squareA += x * x;
                    squareB += y * y;
                }
            }
        }
        return squareA > 0 && squareB > 0 ? cross / Math.sqrt(squareA * squareB) : Double.NaN;
    }
}
