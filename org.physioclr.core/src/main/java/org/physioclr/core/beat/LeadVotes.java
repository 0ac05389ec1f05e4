package org.physioclr.core.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Makes one delineation of the opinions that each lead has: on each of its beats, and on its average beat.
 *
 * @param rPeaks of the beats
 * @param own {@code [lead][beat]}
 * @param usual the average beat's waves moved to each beat, {@code [lead][beat]}; absent for beats of another shape
 */
record LeadVotes(int[] rPeaks, List<List<Beat>> own, List<List<Beat>> usual) {

    /** A wave that fewer leads show is noise in these. */
    private static final double LEAST_LEADS = 0.5;

    /**
     * The result.
     *
     * @param signals of the leads
     * @param leads how many the record has
     */
    Delineation delineation(LeadSignals signals, int leads) {
        List<Beat> agreed = new ArrayList<>();
        List<List<Beat>> all = new ArrayList<>(Collections.nCopies(leads, List.of()));
        for (int k = 0; k < rPeaks.length; k++) {
            agreed.add(new Beat(rPeaks[k], agreed(k, Beat::p), agreed(k, Beat::qrs), agreed(k, Beat::t)));
        }
        for (int lead = 0; lead < signals.count(); lead++) {
            List<Beat> beats = new ArrayList<>();
            for (int k = 0; k < rPeaks.length; k++) {
                Beat beat = new Beat(rPeaks[k], voted(lead, agreed.get(k), k, Beat::p),
                    voted(lead, agreed.get(k), k, Beat::qrs), voted(lead, agreed.get(k), k, Beat::t));
                beats.add(signals.whole(lead, beat));
            }
            all.set(signals.indices()[lead], List.copyOf(beats));
        }
        return new Delineation(agreed, all);
    }

    /** The median over the leads' opinions, if enough leads have the wave. */
    private Wave agreed(int beat, Function<Beat, Wave> wave) {
        Wave[] seen = own.stream().map(lead -> wave.apply(lead.get(beat))).filter(Wave::isPresent).toArray(Wave[]::new);
        if (seen.length == 0 || seen.length < LEAST_LEADS * own.size()) {
            return Wave.ABSENT;
        }
        Stream<Wave> averages = usual.stream().map(lead -> wave.apply(lead.get(beat))).filter(Wave::isPresent);
        return median(Stream.concat(Arrays.stream(seen), averages).toArray(Wave[]::new));
    }

    /** The median of a lead's two opinions and the leads' common one, which counts twice, if two of these four agree. */
    private Wave voted(int lead, Beat agreed, int beat, Function<Beat, Wave> wave) {
        Wave[] seen = Stream.of(own.get(lead).get(beat), usual.get(lead).get(beat), agreed, agreed).map(wave)
            .filter(Wave::isPresent).toArray(Wave[]::new);
        if (seen.length < 2) {
            return Wave.ABSENT;
        }
        boolean apart = seen.length == 2 && (seen[0].onset() > seen[1].offset() || seen[1].onset() > seen[0].offset());
        return apart ? wave.apply(agreed) : median(seen);
    }

    private static Wave median(Wave[] waves) {
        int onset = median(waves, Wave::onset);
        int offset = median(waves, Wave::offset);
        return new Wave(onset, Math.max(onset, Math.min(offset, median(waves, Wave::peak))), offset);
    }

    /** Of an even number, the mean of the middle two. */
    private static int median(Wave[] waves, ToIntFunction<Wave> point) {
        int[] points = Arrays.stream(waves).mapToInt(point).sorted().toArray();
        return (points[(points.length - 1) / 2] + points[points.length / 2]) / 2;
    }
}
