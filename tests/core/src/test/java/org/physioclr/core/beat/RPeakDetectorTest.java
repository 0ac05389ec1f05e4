package org.physioclr.core.beat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;

/** Beats whose times are known, as they should be recorded and as they should not. */
class RPeakDetectorTest {

    /** A peak may be found anywhere in QRS. */
    private static final double TOLERANCE_SECONDS = 0.06;

    private static final ToyEcg USUAL = ToyEcg.usual();

    private static void assertBeats(ToyEcg truth, EcgRecord record) {
        int[] found = RPeakDetector.detect(record);
        assertEquals(truth.onsets().length, found.length,
            () -> Arrays.toString(Arrays.stream(found).mapToDouble(i -> i / record.rateHz()).toArray()));
        for (int k = 0; k < found.length; k++) {
            double middle = truth.onsets()[k] + truth.qrs() / 2;
            assertEquals(middle, found[k] / record.rateHz(), TOLERANCE_SECONDS, "beat " + k);
        }
    }

    private static EcgRecord with(EcgRecord record, IntToDoubleFunction addedMv) {
        float[][] samples = new float[record.leads().size()][record.length()];
        for (int lead = 0; lead < samples.length; lead++) {
            for (int i = 0; i < samples[lead].length; i++) {
                samples[lead][i] = (float) (record.samplesMv()[lead][i] + addedMv.applyAsDouble(i));
            }
        }
        return record.withSamples(samples);
    }

    private static EcgRecord scaled(EcgRecord record, double factor) {
        float[][] samples = new float[record.leads().size()][record.length()];
        for (int lead = 0; lead < samples.length; lead++) {
            for (int i = 0; i < samples[lead].length; i++) {
                samples[lead][i] = (float) (factor * record.samplesMv()[lead][i]);
            }
        }
        return record.withSamples(samples);
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 128, 250, 257, 360, 500, 1000})
    void beatsAreFoundAtEveryRate(double rateHz) {
        assertBeats(USUAL, USUAL.atRate(rateHz).record());
        assertBeats(USUAL, LeadAlgebra.select(USUAL.atRate(rateHz).record(), List.of(Lead.II)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.36, 0.5, 0.7, 1, 1.4, 2})
    void beatsAreFoundAtEveryHeartRate(double rr) {
        double qt = Math.min(0.4, 0.8 * rr);
        ToyEcg truth = USUAL.withIntervals(Math.min(0.16, 0.3 * rr), 0.09, qt, rr);
        assertBeats(truth, truth.record());
    }

    @Test
    void irregularBeatsAndPausesAreFound() {
        ToyEcg truth = USUAL.withoutP().withOnsets(0.4, 1.0, 1.43, 2.5, 3.0, 3.44, 5.4, 6.3, 6.75, 7.9, 8.4);
        assertBeats(truth, truth.record());
    }

    @Test
    void wideAndNarrowBeatsOfUnequalHeightAreFound() {
        ToyEcg narrow = USUAL.withOnsets(0.5, 1.3, 3.0, 3.8, 5.5, 6.3, 8.0, 8.8);
        ToyEcg wide = USUAL.withoutP().withIntervals(Double.NaN, 0.16, 0.46, 1).withOnsets(1.9, 4.4, 6.9);
        EcgRecord premature = scaled(wide.record(), -2);
        EcgRecord record = with(narrow.record(), i -> 0);
        for (int lead = 0; lead < 12; lead++) {
            for (int i = 0; i < record.length(); i++) {
                record.samplesMv()[lead][i] += premature.samplesMv()[lead][i];
            }
        }
        assertBeats(USUAL.withOnsets(0.5, 1.3, 1.9, 3.0, 3.8, 4.4, 5.5, 6.3, 6.9, 8.0, 8.8), record);
    }

    @Test
    void oneBeatAndTwoFarApartAreFoundInSilence() {
        assertBeats(USUAL.withOnsets(4.2), USUAL.withOnsets(4.2).record());
        assertBeats(USUAL.withOnsets(2, 8), USUAL.withOnsets(2, 8).record());
    }

    @Test
    void wanderHumAndNoiseDoNotMatter() {
        EcgRecord record = USUAL.noisy(0.1, 1);
        assertBeats(USUAL, with(record, i -> 1.5 * Math.sin(2 * Math.PI * 0.3 * i / 500)));
        assertBeats(USUAL, with(record, i -> 0.2 * Math.sin(2 * Math.PI * 50 * i / 500)));
    }

    @Test
    void aStepOfTheBaselineHidesNoBeat() {
        int[] found = RPeakDetector.detect(with(USUAL.record(), i -> i < 2400 ? 0 : 3));
        for (double onset : USUAL.onsets()) {
            double at = onset + USUAL.qrs() / 2;
            assertEquals(1, Arrays.stream(found).filter(i -> Math.abs(i / 500.0 - at) < TOLERANCE_SECONDS).count(),
                "the beat at " + at);
        }
    }

    @Test
    void aSteadyRhythmIsFoundInNoiseAsStrongAsItsBeats() {
        ToyEcg truth = new ToyEcg(500, 60, ToyEcg.every(0.8, 60), 0.16, 0.1, 0.4, 0.12, 0.3, 0);
        EcgRecord lead = LeadAlgebra.select(truth.record(), List.of(Lead.II));
        double[] noise = MovingAverage.of(new Random(5).doubles(lead.length(), -1, 1).toArray()).centred(25);
        assertBeats(truth, with(lead, i -> i > 12_000 && i < 15_000 ? 3 * noise[i] : 0));
    }

    @Test
    void pacingSpikesAreNoBeatsOfTheirOwn() {
        int[] spikes = Arrays.stream(USUAL.onsets()).mapToInt(onset -> (int) ((onset - 0.02) * 500)).toArray();
        EcgRecord record = with(USUAL.record(), i -> Arrays.binarySearch(spikes, i) >= 0 ? 5 : 0);
        assertBeats(USUAL, record);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.2, 0.8, 1.2})
    void tWavesAsTallAsQrsAreNoBeats(double tMv) {
        ToyEcg truth = USUAL.withT(tMv, 0);
        assertBeats(truth, truth.record());
        assertBeats(truth, LeadAlgebra.select(truth.record(), List.of(Lead.V2)));
    }

    @Test
    void lowVoltageDoesNotMatter() {
        assertBeats(USUAL, scaled(USUAL.record(), 0.12));
    }

    @Test
    void anArtefactHidesNoOtherBeats() {
        Random random = new Random(3);
        EcgRecord record = with(USUAL.record(), i -> i >= 2260 && i < 2300 ? 20 * random.nextGaussian() : 0);
        int[] found = RPeakDetector.detect(record);
        for (double onset : USUAL.onsets()) {
            double at = onset + USUAL.qrs() / 2;
            if (Math.abs(at - 4.56) > 0.5) {
                assertEquals(1, Arrays.stream(found).filter(i -> Math.abs(i / 500.0 - at) < TOLERANCE_SECONDS).count(),
                    "the beat at " + at);
            }
        }
    }

    @Test
    void aGapHidesOnlyTheBeatsInIt() {
        EcgRecord record = with(USUAL.record(), i -> i >= 2000 && i < 2600 ? Double.NaN : 0);
        long within = Arrays.stream(USUAL.onsets()).filter(onset -> onset > 3.9 && onset < 5.2).count();
        int[] found = RPeakDetector.detect(record);
        assertEquals(USUAL.onsets().length - within, found.length);
        assertEquals(0, Arrays.stream(found).filter(i -> i >= 2000 && i < 2600).count());
    }

    @Test
    void nothingIsFoundWhereThereIsNothing() {
        EcgRecord record = USUAL.record();
        assertEquals(0, RPeakDetector.detect(scaled(record, 0)).length);
        assertEquals(0, RPeakDetector.detect(with(record, i -> Double.NaN)).length);
        assertEquals(0, RPeakDetector.detect(record.withSamples(new float[12][0])).length);
        assertEquals(0, RPeakDetector.detect(record.withSamples(new float[12][200])).length);
        assertEquals(0, RPeakDetector.detect(new EcgRecord("none", "", 500, List.of(), new float[0][])).length);
    }

    @Test
    void gainOffsetSignAndTheOrderOfLeadsChangeNothing() {
        EcgRecord record = USUAL.noisy(0.05, 4);
        int[] expected = RPeakDetector.detect(record);
        assertArrayEquals(expected, RPeakDetector.detect(scaled(record, 4)));
        assertArrayEquals(expected, RPeakDetector.detect(scaled(record, -1)));
        assertArrayEquals(expected, RPeakDetector.detect(with(record, i -> 8)));
        List<Lead> reversed = new ArrayList<>(Lead.TWELVE);
        Collections.reverse(reversed);
        assertArrayEquals(expected, RPeakDetector.detect(LeadAlgebra.select(record, reversed)));
    }

    @Test
    void aShiftInTimeShiftsThePeaksAndHalfTheRateHalvesThem() {
        int[] peaks = RPeakDetector.detect(USUAL.record());
        double[] later = Arrays.stream(USUAL.onsets()).map(onset -> onset + 0.1).toArray();
        int[] shifted = RPeakDetector.detect(USUAL.withOnsets(later).record());
        int[] halved = RPeakDetector.detect(USUAL.atRate(250).record());
        for (int k = 0; k < peaks.length; k++) {
            assertEquals(peaks[k] + 50, shifted[k], 1);
            assertEquals(peaks[k] / 2.0, halved[k], 1);
        }
    }
}
