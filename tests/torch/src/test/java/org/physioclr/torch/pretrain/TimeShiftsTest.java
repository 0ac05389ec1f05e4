package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.run.Seed;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/** A record of six samples, moved by two to the right, by hand. */
class TimeShiftsTest {

    private static final float NAN = Float.NaN;
    private static final EcgRecord RECORD =
        new EcgRecord("r", "p", 100, List.of(Lead.I, Lead.II),
            new float[][] {{1, 2, 3, 4, 5, 6}, {7, 8, NAN, 9, 10, 11}});
    private final TimeShifts right = new TimeShifts(new float[] {NAN, NAN, 0, 1, 2, 3});

    @Test
    void movesSamplesWeightsAndPeaksAlike() {
        assertArrayEquals(new float[][] {{NAN, NAN, 1, 2, 3, 4}, {NAN, NAN, 7, 8, NAN, 9}},
            right.moved(RECORD).samplesMv());
        assertArrayEquals(new float[] {0, 0, 1, 0, 0, 1}, right.moved(new float[] {1, 0, 0, 1, 1, 0}, 0));
        assertArrayEquals(new int[] {2, 5}, right.moved(new int[] {0, 3, 5}));
    }

    @Test
    void withoutAShiftNothingMovesAndNothingIsDrawn() {
        TimeShifts none = TimeShifts.draw(AugmentationRecipe.EMPTY, RECORD, () -> {
            throw new AssertionError("drawn");
        });
        assertArrayEquals(RECORD.samplesMv(), none.moved(RECORD).samplesMv());
        assertArrayEquals(new int[] {0, 5}, none.moved(new int[] {0, 5}));
    }

    @Test
    void movesAsTheRecipeItselfDoes() {
        AugmentationRecipe shifts = AugmentationRecipe.parse("time shift maxSeconds=0.05\ntime shift maxSeconds=0.02");
        for (int seed = 0; seed < 20; seed++) {
            assertArrayEquals(shifts.apply(RECORD, new int[0], new Seed(seed).generator()).samplesMv(),
                TimeShifts.draw(shifts, RECORD, new Seed(seed).generator()).moved(RECORD).samplesMv());
        }
    }
}
