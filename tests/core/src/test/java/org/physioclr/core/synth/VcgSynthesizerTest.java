package org.physioclr.core.synth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.physioclr.core.signal.LimbConsistency;

/** The truth that comes with a made-up ECG is the truth. */
class VcgSynthesizerTest {

    private static final double RATE_HZ = 500;

    private static VcgSynthesizer synthesizer(double noise, long seed) {
        return new VcgSynthesizer(new SynthesisOptions(300, 2, 10, RATE_HZ, noise, seed));
    }

    private static List<SyntheticEcg> noiseFree(Predicate<Set<Diagnosis>> wanted) {
        List<SyntheticEcg> found = new ArrayList<>();
        VcgSynthesizer synthesizer = synthesizer(0, 1);
        for (int subject = 0; subject < 300 && found.size() < 15; subject++) {
            SyntheticEcg ecg = synthesizer.record(subject, 0);
            if (wanted.test(ecg.diagnoses())) {
                found.add(ecg);
            }
        }
        assertTrue(found.size() > 4, "only " + found.size() + " records of 300");
        return found;
    }

    @Test
    void theOptionsAndTheTwoNumbersDecideEverything() {
        SyntheticEcg once = synthesizer(1, 9).record(7, 1);
        synthesizer(1, 9).record(3, 0);
        SyntheticEcg again = synthesizer(1, 9).record(7, 1);
        assertArrayEquals(once.ecg().samplesMv(), again.ecg().samplesMv());
        assertEquals(once.beats(), again.beats());
        assertNotEquals(Arrays.hashCode(once.ecg().samplesMv()[0]),
            Arrays.hashCode(synthesizer(1, 10).record(7, 1).ecg().samplesMv()[0]));
        assertNotEquals(Arrays.hashCode(once.ecg().samplesMv()[0]),
            Arrays.hashCode(synthesizer(1, 9).record(8, 1).ecg().samplesMv()[0]));
    }

    @Test
    void recordsOfOneSubjectShareTheHeartButNotTheRecording() {
        VcgSynthesizer synthesizer = synthesizer(1, 2);
        for (int subject = 0; subject < 40; subject++) {
            SyntheticEcg first = synthesizer.record(subject, 0);
            SyntheticEcg second = synthesizer.record(subject, 1);
            assertEquals(first.ecg().patient(), second.ecg().patient());
            assertNotEquals(first.ecg().id(), second.ecg().id());
            assertEquals(lasting(first), lasting(second));
            assertEquals(first.ageYears(), second.ageYears());
            assertEquals(first.female(), second.female());
            assertEquals(qrsSeconds(first), qrsSeconds(second), 1e-9);
            assertNotEquals(first.beats(), second.beats());
        }
    }

    private static Set<Diagnosis> lasting(SyntheticEcg ecg) {
        Set<Diagnosis> lasting = EnumSet.copyOf(ecg.diagnoses());
        lasting.removeAll(Set.of(Diagnosis.PVC, Diagnosis.PAC));
        return lasting;
    }

    private static double qrsSeconds(SyntheticEcg ecg) {
        return ecg.beats().stream().filter(beat -> beat.type() != SyntheticBeat.Type.VENTRICULAR_PREMATURE)
            .mapToDouble(beat -> beat.qrsOffset() - beat.qrsOnset()).average().orElseThrow();
    }

    @Test
    void limbLeadsObeyEinthovenAndGoldberger() {
        for (int subject = 0; subject < 10; subject++) {
            LimbConsistency limbs = LimbConsistency.of(synthesizer(3, 3).record(subject, 0).ecg());
            assertEquals(0, limbs.einthovenMv(), 1e-5);
            assertEquals(0, limbs.goldbergerMv(), 1e-5);
        }
    }

    @Test
    void aNormalBeatsForceIsGreatestAtTheStatedRPeak() {
        for (SyntheticEcg ecg : noiseFree(d -> d.equals(Set.of(Diagnosis.NSR)))) {
            for (SyntheticBeat beat : ecg.beats()) {
                int at = (int) Math.round(beat.rPeak() * RATE_HZ);
                if (at > 100 && at < 4900) {
                    assertEquals(at, strongest(ecg, at - 100, at + 100), 0.024 * RATE_HZ, ecg.ecg().id());
                }
            }
        }
    }

    /** The sample of the greatest root mean square over the leads. */
    private static int strongest(SyntheticEcg ecg, int from, int to) {
        int strongest = from;
        for (int i = from; i < to; i++) {
            strongest = power(ecg, i) > power(ecg, strongest) ? i : strongest;
        }
        return strongest;
    }

    private static double power(SyntheticEcg ecg, int i) {
        return Arrays.stream(ecg.ecg().samplesMv()).mapToDouble(lead -> lead[i] * lead[i]).sum();
    }

    @Test
    void prIntervalsAndRatesAreThoseOfTheDiagnosis() {
        for (SyntheticEcg ecg : noiseFree(d -> !d.contains(Diagnosis.AF))) {
            boolean block = ecg.diagnoses().contains(Diagnosis.IAVB);
            for (SyntheticBeat beat : ecg.beats()) {
                double pr = beat.qrsOnset() - beat.pOnset();
                assertTrue(Double.isNaN(pr) || pr > (block ? 0.2 : 0.12) && pr < (block ? 0.345 : 0.2), "PR " + pr);
            }
        }
        noiseFree(d -> d.contains(Diagnosis.SB)).forEach(ecg -> assertRate(ecg, 30, 60));
        noiseFree(d -> d.contains(Diagnosis.STACH)).forEach(ecg -> assertRate(ecg, 95, 180));
        noiseFree(d -> d.contains(Diagnosis.NSR)).forEach(ecg -> assertRate(ecg, 50, 115));
    }

    private static void assertRate(SyntheticEcg ecg, double lowest, double highest) {
        List<SyntheticBeat> beats = ecg.beats();
        double perMinute = 60 * (beats.size() - 1) / (beats.get(beats.size() - 1).rPeak() - beats.get(0).rPeak());
        assertTrue(perMinute >= lowest && perMinute <= highest, ecg.diagnoses() + " at " + perMinute);
    }

    @Test
    void fibrillationHasNoPWavesAndIrregularIntervals() {
        for (SyntheticEcg ecg : noiseFree(d -> d.contains(Diagnosis.AF))) {
            assertTrue(ecg.beats().stream().allMatch(beat -> Double.isNaN(beat.pOnset())));
            assertTrue(variation(ecg) > 0.05, "varies by " + variation(ecg));
        }
        noiseFree(d -> d.equals(Set.of(Diagnosis.NSR))).forEach(ecg -> assertTrue(variation(ecg) < 0.06));
    }

    private static double variation(SyntheticEcg ecg) {
        double[] rr = new double[ecg.beats().size() - 1];
        Arrays.setAll(rr, k -> ecg.beats().get(k + 1).rPeak() - ecg.beats().get(k).rPeak());
        double mean = Arrays.stream(rr).average().orElseThrow();
        return Math.sqrt(Arrays.stream(rr).map(x -> (x - mean) * (x - mean)).average().orElseThrow()) / mean;
    }

    @Test
    void blocksAndVentricularBeatsAreWide() {
        noiseFree(d -> d.contains(Diagnosis.LBBB) || d.contains(Diagnosis.RBBB))
            .forEach(ecg -> assertTrue(qrsSeconds(ecg) > 0.12, ecg.diagnoses() + " " + qrsSeconds(ecg)));
        noiseFree(d -> d.equals(Set.of(Diagnosis.NSR))).forEach(ecg -> assertTrue(qrsSeconds(ecg) < 0.11));
        noiseFree(d -> d.contains(Diagnosis.PVC)).forEach(ecg -> assertTrue(ecg.beats().stream()
            .filter(beat -> beat.type() == SyntheticBeat.Type.VENTRICULAR_PREMATURE)
            .allMatch(beat -> beat.qrsOffset() - beat.qrsOnset() > 0.12 && Double.isNaN(beat.pOnset()))));
    }

    @Test
    void prematureBeatsAreADiagnosisExactlyWhereThereAreSome() {
        VcgSynthesizer synthesizer = synthesizer(1, 5);
        for (int subject = 0; subject < 100; subject++) {
            SyntheticEcg ecg = synthesizer.record(subject, 0);
            assertEquals(ecg.diagnoses().contains(Diagnosis.PVC),
                ecg.beats().stream().anyMatch(beat -> beat.type() == SyntheticBeat.Type.VENTRICULAR_PREMATURE));
            assertEquals(ecg.diagnoses().contains(Diagnosis.PAC),
                ecg.beats().stream().anyMatch(beat -> beat.type() == SyntheticBeat.Type.ATRIAL_PREMATURE));
        }
    }

    @Test
    void stIsElevatedAfterQrsInSomeLeadForThatDiagnosisAndUsuallyForNoOther() {
        noiseFree(d -> d.contains(Diagnosis.STE) && !d.contains(Diagnosis.AF))
            .forEach(ecg -> assertTrue(highestSt(ecg) > 0.09, ecg.ecg().id() + " " + highestSt(ecg)));
        double[] healthy = noiseFree(d -> d.equals(Set.of(Diagnosis.NSR))).stream()
            .mapToDouble(VcgSynthesizerTest::highestSt).sorted().toArray();
        assertTrue(healthy[healthy.length / 2] < 0.09, Arrays.toString(healthy)); // a tall T wave may begin early
    }

    /**
     * The highest level over the leads 80 ms after QRS of the first normal beat from the third on, above that before
     * its P wave.
     */
    private static double highestSt(SyntheticEcg ecg) {
        SyntheticBeat beat = ecg.beats().stream().skip(2)
            .filter(any -> any.type() == SyntheticBeat.Type.NORMAL).findFirst().orElseThrow();
        int st = (int) Math.round((beat.qrsOffset() + 0.08) * RATE_HZ);
        int before = (int) Math.round((beat.pOnset() - 0.02) * RATE_HZ);
        return Arrays.stream(ecg.ecg().samplesMv()).mapToDouble(lead -> lead[st] - lead[before]).max().orElseThrow();
    }

    @Test
    void beatsAscendAndLieWithinTheRecord() {
        VcgSynthesizer synthesizer = synthesizer(1, 6);
        for (int subject = 0; subject < 50; subject++) {
            List<SyntheticBeat> beats = synthesizer.record(subject, 0).beats();
            for (int k = 0; k < beats.size(); k++) {
                SyntheticBeat beat = beats.get(k);
                assertTrue(beat.rPeak() >= 0 && beat.rPeak() < 10);
                assertTrue(beat.qrsOnset() < beat.rPeak() && beat.rPeak() < beat.qrsOffset());
                assertTrue(beat.qrsOffset() < beat.tPeak() && beat.tPeak() < beat.tOffset());
                assertTrue(k == 0 || beat.rPeak() > beats.get(k - 1).rPeak() + 0.25);
            }
        }
    }

    @Test
    void noiseOfZeroIsNoNoiseAndMoreIsMore() {
        double before = -1;
        for (double noise : new double[] {0, 1, 3}) {
            SyntheticEcg ecg = synthesizer(noise, 8).record(4, 0);
            float[] lead = ecg.ecg().samplesMv()[1];
            double roughness = 0;
            for (int i = 1; i < lead.length - 1; i++) {
                roughness += Math.pow(lead[i + 1] - 2 * lead[i] + lead[i - 1], 2);
            }
            assertTrue(roughness > before, "noise " + noise);
            before = roughness;
        }
    }

    @Test
    void optionsOutsideTheirRangeAreRefusedWithTheRange() {
        assertEquals("Duration [s] must be between 2 and 600, not 1",
            assertThrows(IllegalArgumentException.class, () -> new SynthesisOptions(1, 1, 1, 500, 1, 0)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new SynthesisOptions(0, 1, 10, 500, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new SynthesisOptions(1, 0, 10, 500, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new SynthesisOptions(1, 1, 10, 50, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new SynthesisOptions(1, 1, 10, 500, Double.NaN, 0));
    }
}
