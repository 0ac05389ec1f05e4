package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.physioclr.core.augment.Augmentation;
import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.MissingSamples;
import org.physioclr.core.signal.Normalisation;
import org.physioclr.torch.data.PreparedRecord;
import org.physioclr.torch.data.PreparedRecords;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.Reconstruction;

/**
 * Draws the views of an ECG. The beat shuffle of a recipe makes the shuffled view, its other steps are applied to every
 * view; without a recipe leads are masked. Normalisation comes last, as it does when the encoder is used.
 */
final class ViewMaker {

    private final PreparedRecords records;
    private final List<View> kinds;
    private final AugmentationRecipe shuffle;
    private final AugmentationRecipe shifts;
    private final AugmentationRecipe rest;
    private final double leadMasking;
    private final Reconstruction reconstruction;
    private final Normalisation normalisation;
    private final int samples;
    private final PeakWindows windows;

    /**
     * A view.
     *
     * @param kind what it is
     * @param signal {@code [lead][sample]}, normalised, 0 where missing
     * @param target the same, moved in time alike but neither masked nor disturbed; null if it is not reconstructed
     * @param counted {@code [lead][sample]}: where the reconstruction's error counts; null if everywhere
     * @param peakWeights {@code [sample]}: 1 at peaks of the target, 0 elsewhere; null if it is not reconstructed
     */
    record Made(View kind, float[][] signal, float[][] target, boolean[][] counted, float[] peakWeights) {
    }

    /** A segment of an ECG, its R peaks counted from its beginning. */
    private record Piece(PreparedRecord record, int from, int[] rPeaks, EcgRecord signal) {
    }

    /** Where the segments of an ECG lie. */
    private record Place(int from, int neighbourIndex, int neighbourFrom) {
    }

    ViewMaker(PreparedRecords records, PretrainOptions options, AugmentationRecipe recipe) {
        this.records = records;
        kinds = View.of(options);
        AugmentationRecipe shuffles = recipe.only(Augmentation.HeartbeatShuffle.class::isInstance);
        boolean apart = kinds.contains(View.SHUFFLED);
        shuffle = shuffles.isEmpty() ? AugmentationRecipe.parse("heartbeat shuffle") : shuffles;
        shifts = recipe.only(Augmentation.TimeShift.class::isInstance);
        rest = recipe.only(step -> !(apart && step instanceof Augmentation.HeartbeatShuffle)
            && !(step instanceof Augmentation.TimeShift));
        leadMasking = recipe.isEmpty() ? options.contrast().leadMasking() : 0;
        reconstruction = options.reconstructs() ? options.reconstruction() : Reconstruction.NONE;
        normalisation = Normalisation.parse(options.preprocessing().normalisation());
        samples = options.preprocessing().segmentSamples();
        windows = new PeakWindows(reconstruction.peaks(), options.preprocessing().rateHz(), samples);
    }

    /** Whether an ECG is long enough for a neighbouring segment, or the next ECG is a window of the same record. */
    boolean hasNeighbour(int index) {
        return records.get(index).samples() >= 2 * samples || windowBeside(index) >= 0;
    }

    private int windowBeside(int index) {
        for (int other : new int[] {index + 1, index - 1}) {
            if (other >= 0 && other < records.count() && records.get(other).usable()
                && records.get(other).id().equals(records.get(index).id())) {
                return other;
            }
        }
        return -1;
    }

    /** The views of an ECG, in the order of their kinds; without the neighbour if there is none. */
    List<Made> make(int index, RandomGenerator random) throws IOException {
        Place place = place(index, random);
        Piece segment = piece(index, place.from());
        List<Made> views = new ArrayList<>();
        for (View kind : kinds) {
            switch (kind) {
                case SEGMENT, COPY -> views.add(made(kind, segment, random));
                case SHUFFLED -> views.add(made(kind, new Piece(segment.record(), segment.from(), segment.rPeaks(),
                    shuffle.apply(segment.signal(), segment.rPeaks(), random)), random));
                case NEIGHBOUR -> {
                    int other = place.neighbourIndex();
                    if (other >= 0) {
                        views.add(made(kind, piece(other, place.neighbourFrom()), random));
                    }
                }
            }
        }
        return views;
    }

    private Place place(int index, RandomGenerator random) {
        int length = records.get(index).samples();
        if (!kinds.contains(View.NEIGHBOUR)) {
            return new Place(random.nextInt(Math.max(1, length - samples + 1)), -1, 0);
        }
        if (length >= 2 * samples) {
            int first = random.nextInt(length - 2 * samples + 1);
            boolean swapped = random.nextBoolean();
            return new Place(swapped ? first + samples : first, index, swapped ? first : first + samples);
        }
        int from = random.nextInt(Math.max(1, length - samples + 1));
        int other = windowBeside(index);
        return new Place(from, other,
            other < 0 ? 0 : random.nextInt(Math.max(1, records.get(other).samples() - samples + 1)));
    }

    private Piece piece(int index, int from) throws IOException {
        PreparedRecord record = records.get(index);
        int[] rPeaks = Arrays.stream(record.rPeaks()).filter(peak -> peak >= from && peak < from + samples)
            .map(peak -> peak - from).toArray();
        return new Piece(record, from, rPeaks, records.segment(index, from, samples));
    }

    private Made made(View kind, Piece piece, RandomGenerator random) {
        TimeShifts shift = TimeShifts.draw(shifts, piece.signal(), random);
        EcgRecord moved = shift.moved(piece.signal());
        EcgRecord augmented = rest.apply(moved, shift.moved(piece.rPeaks()), random);
        float[][] shown = leadMasking > 0 ? masked(augmented.samplesMv(), random) : augmented.samplesMv();
        if (!reconstruction.on() || kind == View.SHUFFLED) {
            return new Made(kind, normalised(shown), null, null, null);
        }
        float[][] target = moved.samplesMv();
        float[][] hidden = Masks.apply(shown, reconstruction, moved.rateHz(), random);
        return new Made(kind, normalised(hidden), normalised(target),
            Masks.counted(hidden, target, reconstruction.maskedOnly()),
            shift.moved(windows.of(piece.record(), piece.from()), 0));
    }

    /** The signal with leads missing at random, but never all of them. */
    private float[][] masked(float[][] signal, RandomGenerator random) {
        float[][] masked = signal.clone();
        int kept = random.nextInt(signal.length);
        for (int lead = 0; lead < masked.length; lead++) {
            if (random.nextDouble() < leadMasking && lead != kept) {
                masked[lead] = new float[signal[lead].length];
                Arrays.fill(masked[lead], Float.NaN);
            }
        }
        return masked;
    }

    private float[][] normalised(float[][] signal) {
        return MissingSamples.zeroed(normalisation.apply(signal));
    }
}
