package org.physioclr.core.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.physioclr.core.run.Seed;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;

/** Laws that every augmentation obeys, and what each one does. */
class AugmentationTest {

    private static final int[] R_PEAKS = {100, 300, 480, 700, 900, 1100};
    private static final int SAMPLES = 1250;

    static List<Augmentation> all() {
        return List.of(new Augmentation.HeartbeatShuffle(0.62, 0.015), new Augmentation.LeadMasking(0.5),
            new Augmentation.TimeMasking(0.2), new Augmentation.BaselineWander(0.3),
            new Augmentation.MuscleNoise(0.1), new Augmentation.Powerline(50, 0.1),
            new Augmentation.GaussianNoise(0.1), new Augmentation.AmplitudeScaling(0.5, 2),
            new Augmentation.TimeShift(0.5), new Augmentation.VcgTransform(30, 1.5), new Augmentation.LeadReversal());
    }

    private static float[][] apply(Augmentation augmentation, EcgRecord record, long seed) {
        return augmentation.apply(record, R_PEAKS, new Seed(seed).generator());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theShapeStaysAndTheInputIsNotWrittenTo(Augmentation augmentation) {
        EcgRecord record = Ecgs.withGap(Ecgs.twelve(SAMPLES, 1), 500, 520);
        float[][] before = Ecgs.copy(record.samplesMv());
        for (long seed = 0; seed < 5; seed++) {
            float[][] result = apply(augmentation, record, seed);
            assertEquals(12, result.length);
            assertTrue(Arrays.stream(result).allMatch(lead -> lead.length == SAMPLES));
        }
        assertArrayEquals(before, record.samplesMv());
    }

    @ParameterizedTest
    @MethodSource("all")
    void equalSeedsGiveEqualSignals(Augmentation augmentation) {
        EcgRecord record = Ecgs.twelve(SAMPLES, 2);
        assertArrayEquals(apply(augmentation, record, 7), apply(augmentation, record, 7));
    }

    @ParameterizedTest
    @MethodSource("all")
    void limbLeadsKeepTheirRelations(Augmentation augmentation) {
        if (augmentation instanceof Augmentation.LeadMasking) {
            return; // masked leads are missing; the others are untouched, which leadsThatStayAreUntouched checks
        }
        for (long seed = 0; seed < 5; seed++) {
            double deviation = Ecgs.limbDeviation(apply(augmentation, Ecgs.twelve(SAMPLES, seed), seed));
            assertEquals(0, deviation, 1e-5, "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void missingSamplesStayMissingAndNothingElseBecomesMissingUnlessItIsTheWish(Augmentation augmentation) {
        EcgRecord whole = Ecgs.twelve(SAMPLES, 3);
        EcgRecord gap = Ecgs.withGap(whole, 40, 60);
        boolean moves = augmentation instanceof Augmentation.TimeShift;
        boolean takes = moves || augmentation instanceof Augmentation.LeadMasking
            || augmentation instanceof Augmentation.TimeMasking;
        for (long seed = 0; seed < 5; seed++) {
            float[][] result = apply(augmentation, gap, seed);
            for (float[] lead : result) {
                long missing = IntStream.range(0, SAMPLES).filter(i -> Float.isNaN(lead[i])).count();
                assertTrue(takes ? missing >= 20 : missing == 20, missing + " missing, seed " + seed);
                assertTrue(moves || IntStream.range(40, 60).allMatch(i -> Float.isNaN(lead[i])));
            }
        }
    }

    @Test
    void leadMaskingNeverTakesAllLeads() {
        EcgRecord record = Ecgs.twelve(SAMPLES, 4);
        for (long seed = 0; seed < 200; seed++) {
            float[][] result = apply(new Augmentation.LeadMasking(1), record, seed);
            assertEquals(1, Arrays.stream(result).filter(lead -> !Float.isNaN(lead[0])).count(), "seed " + seed);
        }
        EcgRecord single = LeadAlgebra.select(record, List.of(Lead.II));
        assertArrayEquals(single.samplesMv(), apply(new Augmentation.LeadMasking(1), single, 0));
    }

    @Test
    void leadsThatStayAreUntouchedAndTheShareIsRight() {
        EcgRecord record = Ecgs.twelve(SAMPLES, 5);
        int masked = 0;
        for (long seed = 0; seed < 500; seed++) {
            float[][] result = apply(new Augmentation.LeadMasking(0.25), record, seed);
            for (int lead = 0; lead < 12; lead++) {
                if (Float.isNaN(result[lead][0])) {
                    masked++;
                } else {
                    assertArrayEquals(record.samplesMv()[lead], result[lead]);
                }
            }
        }
        assertEquals(0.25, masked / 6000.0, 0.02); // 3.6 standard deviations of a binomial share
    }

    @Test
    void timeMaskingTakesOneStretchOfTheWishedLengthFromAllLeads() {
        EcgRecord record = Ecgs.twelve(SAMPLES, 6);
        for (long seed = 0; seed < 50; seed++) {
            float[][] result = apply(new Augmentation.TimeMasking(0.2), record, seed);
            int[] gone = IntStream.range(0, SAMPLES).filter(i -> Float.isNaN(result[0][i])).toArray();
            assertEquals(250, gone.length);
            assertEquals(249, gone[249] - gone[0]);
            assertTrue(Arrays.stream(result).allMatch(
                lead -> Arrays.equals(gone, IntStream.range(0, SAMPLES).filter(i -> Float.isNaN(lead[i])).toArray())));
        }
    }

    @Test
    void scalingMultipliesAllLeadsByOneFactorWithinItsBounds() {
        EcgRecord record = Ecgs.twelve(SAMPLES, 7);
        for (long seed = 0; seed < 50; seed++) {
            float[][] result = apply(new Augmentation.AmplitudeScaling(0.5, 2), record, seed);
            double factor = result[0][10] / record.samplesMv()[0][10];
            assertTrue(factor >= 0.5 && factor <= 2, "factor " + factor);
            for (int lead = 0; lead < 12; lead++) {
                for (int i = 0; i < SAMPLES; i++) {
                    assertEquals(factor * record.samplesMv()[lead][i], result[lead][i], 1e-5);
                }
            }
        }
    }

    @Test
    void aShiftMovesAllLeadsAndLeavesMissingSamplesBehind() {
        EcgRecord record = Ecgs.twelve(SAMPLES, 8);
        for (long seed = 0; seed < 20; seed++) {
            float[][] result = apply(new Augmentation.TimeShift(0.5), record, seed);
            int head = (int) IntStream.range(0, SAMPLES).takeWhile(i -> Float.isNaN(result[0][i])).count();
            int tail = (int) IntStream.range(0, SAMPLES).filter(i -> Float.isNaN(result[0][i])).count() - head;
            assertTrue(head == 0 || tail == 0);
            assertTrue(head + tail <= 125, head + tail + " samples of a shift of at most 0.5 s");
            for (int i = head; i < SAMPLES - tail; i++) {
                assertEquals(record.samplesMv()[7][i - head + tail], result[7][i]);
            }
        }
    }

    @Test
    void addedNoiseIsAsStrongAsWished() {
        EcgRecord record = Ecgs.twelve(5000, 9);
        for (Augmentation noise : List.of(new Augmentation.MuscleNoise(0.1), new Augmentation.GaussianNoise(0.1))) {
            double greatest = 0;
            for (long seed = 0; seed < 40; seed++) {
                greatest = Math.max(greatest, rms(apply(noise, record, seed)[6], record.samplesMv()[6]));
            }
            // V1 sees its own electrode and the mean of three limb electrodes, each of at most 0.1 mV
            assertTrue(greatest > 0.08 && greatest < 0.1 * Math.sqrt(4 / 3.0) * 1.1, noise + ": " + greatest);
        }
    }

    private static double rms(float[] after, float[] before) {
        return Math.sqrt(IntStream.range(0, after.length).mapToDouble(i -> after[i] - before[i]).map(d -> d * d)
            .average().orElseThrow());
    }

    @Test
    void exchangedArmsInvertOneAndExchangeTheOthers() {
        EcgRecord record = Ecgs.twelve(SAMPLES, 10);
        float[][] before = record.samplesMv();
        float[][] after = apply(new Augmentation.LeadReversal(), record, 0);
        for (int i = 0; i < SAMPLES; i++) {
            assertEquals(-before[0][i], after[0][i]);
            assertEquals(before[2][i], after[1][i]);
            assertEquals(before[1][i], after[2][i]);
            assertEquals(before[4][i], after[3][i]);
            assertEquals(before[3][i], after[4][i]);
            assertEquals(before[5][i], after[5][i]);
            assertEquals(before[6][i], after[6][i]);
        }
    }

    @Test
    void theVectorTransformOfNothingChangesNothing() {
        EcgRecord record = Ecgs.twelve(SAMPLES, 11);
        float[][] result = apply(new Augmentation.VcgTransform(0, 1), record, 0);
        for (int lead = 0; lead < 12; lead++) {
            assertArrayEquals(record.samplesMv()[lead], result[lead], 1e-5f);
        }
        assertNotEquals(record.samplesMv()[6][100], apply(new Augmentation.VcgTransform(30, 1), record, 0)[6][100]);
        EcgRecord few = LeadAlgebra.select(record, List.of(Lead.I, Lead.II, Lead.V1));
        assertArrayEquals(few.samplesMv(), apply(new Augmentation.VcgTransform(30, 1.5), few, 0));
    }

    @Test
    void numbersOutsideTheirRangeAreRefusedWithTheRange() {
        String message = assertThrows(IllegalArgumentException.class, () -> new Augmentation.LeadMasking(1.5))
            .getMessage();
        assertEquals("share must be between 0 and 1, not 1.5", message);
        assertThrows(IllegalArgumentException.class, () -> new Augmentation.HeartbeatShuffle(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation.TimeMasking(0.95));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation.BaselineWander(-1));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation.Powerline(30, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation.AmplitudeScaling(1.2, 2));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation.VcgTransform(100, 1));
    }
}
