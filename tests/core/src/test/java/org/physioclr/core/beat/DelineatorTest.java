package org.physioclr.core.beat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;

/** Waves of {@link ToyEcg}, which are exactly zero outside their bounds, beat by beat and lead by lead. */
class DelineatorTest {

    private static final ToyEcg USUAL = ToyEcg.usual();
    private static final double TOLERANCE_MS = 12.5;

    private static Delineation delineate(EcgRecord record) {
        return Delineator.delineate(record, RPeakDetector.detect(record));
    }

    private static List<Beat> inner(List<Beat> beats) {
        return beats.subList(1, beats.size() - 1);
    }

    private static void assertWave(double fromSeconds, double toSeconds, Wave wave, double rateHz, String what) {
        assertTrue(wave.isPresent(), what);
        assertEquals(1000 * fromSeconds, 1000 * wave.onset() / rateHz, TOLERANCE_MS, what + " onset");
        assertEquals(1000 * toSeconds, 1000 * wave.offset() / rateHz, TOLERANCE_MS, what + " offset");
    }

    private static void assertBeats(ToyEcg truth, List<Beat> beats) {
        assertEquals(truth.onsets().length, beats.size());
        for (int k = 1; k < beats.size() - 1; k++) {
            double onset = truth.onsets()[k];
            Beat beat = beats.get(k);
            if (!Double.isNaN(truth.pr())) {
                double p = onset - truth.pr();
                assertWave(p, p + ToyEcg.P_SECONDS, beat.p(), truth.rateHz(), "P " + k);
            }
            assertWave(onset, onset + truth.qrs(), beat.qrs(), truth.rateHz(), "QRS " + k);
            assertWave(onset + truth.qt() - ToyEcg.T_SECONDS, onset + truth.qt(), beat.t(), truth.rateHz(), "T " + k);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {250, 360, 500, 1000})
    void everyWaveOfEveryBeatIsFoundInEveryLead(double rateHz) {
        ToyEcg truth = USUAL.atRate(rateHz);
        Delineation found = delineate(truth.record());
        assertBeats(truth, found.beats());
        found.leads().forEach(lead -> assertBeats(truth, lead));
    }

    @Test
    void peaksAreThoseOfTheArches() {
        for (Beat beat : inner(delineate(USUAL.record()).leads().get(1))) {
            double onset = Arrays.stream(USUAL.onsets()).filter(at -> Math.abs(at * 500 - beat.rPeak()) < 50).findAny()
                .orElseThrow();
            assertEquals(500 * (onset - USUAL.pr() + ToyEcg.P_SECONDS / 2), beat.p().peak(), 2);
            assertEquals(500 * (onset + USUAL.qrs() / 2), beat.qrs().peak(), 1);
            assertEquals(500 * (onset + USUAL.qt() - ToyEcg.T_SECONDS / 2), beat.t().peak(), 2);
        }
    }

    @Test
    void absentPWavesAreAbsentInEveryBeatAndLead() {
        Delineation found = delineate(USUAL.withoutP().noisy(0.02, 7));
        assertTrue(found.beats().stream().noneMatch(beat -> beat.p().isPresent()));
        found.leads().forEach(lead -> assertTrue(lead.stream().noneMatch(beat -> beat.p().isPresent())));
        assertBeats(USUAL.withoutP(), delineate(USUAL.withoutP().record()).beats());
    }

    @Test
    void fibrillatoryWavesAreNoPWaves() {
        double[] onsets = {0.4, 1.06, 1.53, 2.5, 3.06, 3.54, 4.38, 5.41, 5.93, 6.4, 7.35, 8.2, 8.69, 9.2};
        ToyEcg truth = USUAL.withoutP().withOnsets(onsets);
        EcgRecord record = Waves.added(truth.record(), t -> 0.06 * Math.sin(2 * Math.PI * 6.3 * t + 2 * Math.sin(t)));
        long present = delineate(record).beats().stream().filter(beat -> beat.p().isPresent()).count();
        assertEquals(0, present);
    }

    @Test
    void invertedTWavesAreFoundAsUprightOnesAre() {
        assertBeats(USUAL.withT(-0.3, 0), delineate(USUAL.withT(-0.3, 0).record()).beats());
    }

    /** A lobe of one sign from 200 ms on, and then T of the other sign until 480 ms: one wave of 280 ms. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.3, -0.27})
    void aBiphasicTWaveIsOneWave(double lobeMv) {
        ToyEcg second = USUAL.withIntervals(0.16, 0.1, 0.48, 1);
        EcgRecord lead = LeadAlgebra.select(second.record(), List.of(Lead.II));
        EcgRecord down = Waves.added(lead, t -> lobeMv * Waves.arches(second.onsets(), t - 0.2, 0.14));
        for (EcgRecord record : List.of(down, Waves.mapped(down, x -> -x))) {
            for (Beat beat : inner(delineate(record).beats())) {
                assertEquals(0.2, (beat.t().onset() - beat.qrs().onset()) / 500.0, 0.025, "onset");
                assertEquals(0.48, (beat.t().offset() - beat.qrs().onset()) / 500.0, 0.02, "offset");
            }
        }
    }

    @Test
    void delineationMovesWithTheRecord() {
        EcgRecord record = USUAL.noisy(0.01, 3);
        List<Beat> whole = delineate(record).beats();
        int cut = 137;
        float[][] later = new float[12][];
        Arrays.setAll(later, lead -> Arrays.copyOfRange(record.samplesMv()[lead], cut, record.length()));
        List<Beat> moved = delineate(record.withSamples(later)).beats();
        assertEquals(whole.size(), moved.size());
        for (int k = 2; k < whole.size() - 1; k++) {
            int beat = k;
            assertSame(whole.get(k), moved.get(k), i -> i + cut, 2, "beat " + beat);
        }
    }

    private static void assertSame(Beat expected, Beat found, Function<Integer, Integer> map, int slack, String what) {
        Wave[] one = {expected.p(), expected.qrs(), expected.t()};
        Wave[] two = {found.p(), found.qrs(), found.t()};
        for (int w = 0; w < 3; w++) {
            assertEquals(one[w].isPresent(), two[w].isPresent(), what);
            assertEquals(one[w].onset(), map.apply(two[w].onset()), slack, what);
            assertEquals(one[w].peak(), map.apply(two[w].peak()), slack, what);
            assertEquals(one[w].offset(), map.apply(two[w].offset()), slack, what);
        }
    }

    @Test
    void gainAndOffsetChangeNothing() {
        EcgRecord record = USUAL.noisy(0.02, 5);
        int[] peaks = RPeakDetector.detect(record);
        List<Beat> expected = Delineator.delineate(record, peaks).beats();
        assertEquals(expected, Delineator.delineate(Waves.mapped(record, x -> 2 * x), peaks).beats());
        assertEquals(expected, Delineator.delineate(Waves.mapped(record, x -> -x / 4), peaks).beats());
        List<Beat> raised = Delineator.delineate(Waves.mapped(record, x -> x + 1), peaks).beats();
        for (int k = 0; k < expected.size(); k++) {
            assertSame(expected.get(k), raised.get(k), i -> i, 1, "beat " + k);
        }
    }

    @Test
    void halfTheRateGivesTheSameBoundsWithinASample() {
        List<Beat> fine = inner(delineate(USUAL.record()).beats());
        List<Beat> coarse = inner(delineate(USUAL.atRate(250).record()).beats());
        for (int k = 0; k < fine.size(); k++) {
            Beat half = coarse.get(k);
            assertSame(fine.get(k), half, i -> 2 * i, 2, "beat " + k);
        }
    }

    @Test
    void theOrderOfLeadsDoesNotMatter() {
        EcgRecord record = USUAL.noisy(0.03, 9);
        List<Lead> order = List.of(Lead.V5, Lead.II, Lead.AVR, Lead.V1, Lead.I, Lead.V6, Lead.AVL, Lead.V3, Lead.AVF,
            Lead.III, Lead.V4, Lead.V2);
        int[] peaks = RPeakDetector.detect(record);
        Delineation expected = Delineator.delineate(record, peaks);
        Delineation found = Delineator.delineate(LeadAlgebra.select(record, order), peaks);
        assertEquals(expected.beats(), found.beats());
        for (int lead = 0; lead < order.size(); lead++) {
            assertEquals(expected.leads().get(record.indexOf(order.get(lead))), found.leads().get(lead));
        }
    }

    @Test
    void wavesThatTouchAMissingSampleAreAbsentInThatLeadOnly() {
        EcgRecord record = USUAL.record();
        int qrs = (int) (500 * (USUAL.onsets()[4] + 0.05));
        record.samplesMv()[1][qrs] = Float.NaN;
        Delineation found = delineate(record);
        assertFalse(found.leads().get(1).get(4).qrs().isPresent());
        assertTrue(found.leads().get(0).get(4).qrs().isPresent());
        assertTrue(found.leads().get(1).get(4).t().isPresent());
        for (float[] lead : record.samplesMv()) {
            lead[qrs] = Float.NaN;
        }
        assertFalse(delineate(record).beats().get(4).qrs().isPresent());
    }

    @Test
    void leadsThatAreFlatOrMissingHaveNoBeatsAndDisturbNoOther() {
        EcgRecord record = USUAL.record();
        Arrays.fill(record.samplesMv()[2], Float.NaN);
        Arrays.fill(record.samplesMv()[7], 0.3f);
        Delineation found = delineate(record);
        assertEquals(List.of(), found.leads().get(2));
        assertEquals(List.of(), found.leads().get(7));
        assertBeats(USUAL, found.beats());
        assertBeats(USUAL, found.leads().get(11));
    }

    @Test
    void noLeadWithASignalMeansNoWavesAndNoFailure() {
        EcgRecord silent = Waves.mapped(USUAL.record(), x -> Double.NaN);
        Delineation found = Delineator.delineate(silent, new int[] {500, 1000, 1500});
        assertEquals(3, found.beats().size());
        assertTrue(found.beats().stream().noneMatch(beat -> beat.qrs().isPresent() || beat.p().isPresent()
            || beat.t().isPresent()));
        assertEquals(List.of(), Delineator.delineate(USUAL.record(), new int[0]).beats());
    }

    @Test
    void wavesThatTheRecordCutsOffAreAbsent() {
        EcgRecord record = USUAL.record();
        int from = (int) (500 * (USUAL.onsets()[1] - 0.12));
        int to = (int) (500 * (USUAL.onsets()[6] + 0.3));
        float[][] cut = new float[12][];
        Arrays.setAll(cut, lead -> Arrays.copyOfRange(record.samplesMv()[lead], from, to));
        List<Beat> beats = delineate(record.withSamples(cut)).beats();
        assertFalse(beats.get(0).p().isPresent());
        assertTrue(beats.get(0).t().isPresent());
        assertTrue(beats.get(beats.size() - 1).p().isPresent());
        assertFalse(beats.get(beats.size() - 1).t().isPresent());
    }

    @Test
    void pureNoiseHasNoPWaves() {
        Random random = new Random(11);
        EcgRecord noise = Waves.mapped(USUAL.record(), x -> 0.1 * random.nextGaussian());
        int[] peaks = {400, 800, 1200, 1600, 2000, 2400, 2800, 3200, 3600, 4000, 4400};
        assertTrue(Delineator.delineate(noise, peaks).beats().stream().noneMatch(beat -> beat.p().isPresent()));
    }

    @Test
    void peaksThatDoNotAscendWithinTheRecordAreAnErrorThatSaysWhich() {
        EcgRecord record = USUAL.record();
        String message = assertThrows(IllegalArgumentException.class,
            () -> Delineator.delineate(record, new int[] {100, 90})).getMessage();
        assertEquals("R peak 1 of toy is at sample 90. R peaks must ascend within the record's 5000 samples.", message);
        assertThrows(IllegalArgumentException.class, () -> Delineator.delineate(record, new int[] {5000}));
    }
}
