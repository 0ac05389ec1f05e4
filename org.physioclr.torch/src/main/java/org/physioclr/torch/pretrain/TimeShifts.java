package org.physioclr.torch.pretrain;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.signal.EcgRecord;

/**
 * The time shifts of a recipe, drawn once for all that has to move together: the signal that is shown, the one that is
 * to be reconstructed, and the peaks. So they come before the other steps.
 *
 * @param places {@code [sample]}: where a sample of the moved signal was before, NaN where nothing was
 */
record TimeShifts(float[] places) {

    /** Draws by applying the shifts to a record whose samples tell their places, which floats do up to 2^24. */
    static TimeShifts draw(AugmentationRecipe shifts, EcgRecord record, RandomGenerator random) {
        float[] places = new float[record.length()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        float[][] leads = new float[record.samplesMv().length][];
        Arrays.fill(leads, places);
        return new TimeShifts(shifts.apply(record.withSamples(leads), new int[0], random).samplesMv()[0]);
    }

    /** The moved record. */
    EcgRecord moved(EcgRecord record) {
        float[][] leads = record.samplesMv();
        float[][] moved = new float[leads.length][];
        for (int lead = 0; lead < leads.length; lead++) {
            moved[lead] = moved(leads[lead], Float.NaN);
        }
        return record.withSamples(moved);
    }

    /** Moved numbers, one a sample. */
    float[] moved(float[] numbers, float absent) {
        float[] moved = new float[places.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Float.isNaN(places[i]) ? absent : numbers[(int) places[i]];
        }
        return moved;
    }

    /** The moved samples, without those that left. */
    int[] moved(int[] samples) {
        return IntStream.range(0, places.length)
            .filter(i -> Arrays.binarySearch(samples, (int) places[i]) >= 0 && !Float.isNaN(places[i])).toArray();
    }
}
