package org.physioclr.core.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Makes one delineation of the opinions that each lead has: on each of its beats, and on its average beat. P and QRS
 * are at one time in all leads, so that the leads' common opinion on them counts as much as both of a lead's own; T ends
 * in each lead at its own time.
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
                Beat beat = new Beat(rPeaks[k], voted(lead, agreed.get(k), k, Beat::p, 1, 2),
                    voted(lead, agreed.get(k), k, Beat::qrs, 1, 2), voted(lead, agreed.get(k), k, Beat::t, 2, 1));
                beats.add(signals.whole(lead, beat));
            }
            all.set(signals.indices()[lead], List.copyOf(beats));
        }
        return new Delineation(agreed, all);
    }

    /** The median over the leads' opinions, if enough leads have the wave. */
    private Wave agreed(int beat, Function<Beat, Wave> wave) {
        Wave[] seen = new Wave[2 * own.size()];
        int count = 0;
        for (List<Beat> lead : own) {
            count = add(seen, count, wave.apply(lead.get(beat)));
        }
        if (count == 0 || count < LEAST_LEADS * own.size()) {
            return Wave.ABSENT;
        }
        for (List<Beat> lead : usual) {
            count = add(seen, count, wave.apply(lead.get(beat)));
        }
        return median(Arrays.copyOf(seen, count));
    }

    /**
     * The median of a lead's two opinions and the leads' common one, if half of the votes are for the wave.
     *
     * @param ownVotes of each of the lead's opinions
     * @param agreedVotes of the common one
     */
    private Wave voted(int lead, Beat agreed, int beat, Function<Beat, Wave> wave, int ownVotes, int agreedVotes) {
        Wave[] seen = new Wave[2 * ownVotes + agreedVotes];
        int count = 0;
        for (int vote = 0; vote < ownVotes; vote++) {
            count = add(seen, count, wave.apply(own.get(lead).get(beat)));
            count = add(seen, count, wave.apply(usual.get(lead).get(beat)));
        }
        for (int vote = 0; vote < agreedVotes; vote++) {
            count = add(seen, count, wave.apply(agreed));
        }
        return 2 * count < seen.length ? Wave.ABSENT : median(Arrays.copyOf(seen, count));
    }

    private static int add(Wave[] waves, int count, Wave wave) {
        waves[count] = wave;
        return wave.isPresent() ? count + 1 : count;
    }

    private static Wave median(Wave[] waves) {
        int onset = median(waves, Wave::onset);
        int offset = median(waves, Wave::offset);
        return new Wave(onset, Math.max(onset, Math.min(offset, median(waves, Wave::peak))), offset);
    }

    /** Of an even number, the mean of the middle two. */
    private static int median(Wave[] waves, ToIntFunction<Wave> point) {
        int[] points = new int[waves.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = point.applyAsInt(waves[i]);
        }
        Arrays.sort(points);
        return (points[(points.length - 1) / 2] + points[points.length / 2]) / 2;
    }
}
