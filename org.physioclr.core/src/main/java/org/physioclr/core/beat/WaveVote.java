package org.physioclr.core.beat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Makes one wave out of several opinions. */
final class WaveVote {

    private WaveVote() {
    }

    /**
     * The median of three opinions on each wave.
     *
     * @param own this beat in one lead
     * @param average the average beat in that lead, or null if there is none for this beat
     * @param shift from the average's samples to the record's
     * @param together this beat in all leads
     */
    static Beat of(Beat own, Beat average, int shift, Beat together) {
        return new Beat(own.rPeak(), vote(own, average, shift, together, Beat::p),
            vote(own, average, shift, together, Beat::qrs), vote(own, average, shift, together, Beat::t));
    }

    private static Wave vote(Beat own, Beat average, int shift, Beat together, Function<Beat, Wave> wave) {
        Wave usual = average == null ? Wave.ABSENT : moved(wave.apply(average), shift);
        Wave[] seen = Stream.of(wave.apply(own), usual, wave.apply(together)).filter(Wave::isPresent)
            .toArray(Wave[]::new);
        if (seen.length < 2) {
            return Wave.ABSENT;
        }
        if (seen.length == 2 && seen[0].onset() > seen[1].offset() | seen[1].onset() > seen[0].offset()) {
            return wave.apply(together);
        }
        int onset = median(seen, Wave::onset);
        int offset = median(seen, Wave::offset);
        return new Wave(onset, Math.max(onset, Math.min(offset, median(seen, Wave::peak))), offset);
    }

    /** Of two, the mean. */
    private static int median(Wave[] waves, ToIntFunction<Wave> point) {
        int[] points = Arrays.stream(waves).mapToInt(point).sorted().toArray();
        return points.length == 2 ? (points[0] + points[1]) / 2 : points[points.length / 2];
    }

    private static Wave moved(Wave wave, int by) {
        return wave.isPresent() && wave.onset() + by >= 0
            ? new Wave(wave.onset() + by, wave.peak() + by, wave.offset() + by) : Wave.ABSENT;
    }

    /**
     * A beat whose points lie near those of the average beat, where both have the wave.
     *
     * @param by from the average's samples to the record's
     * @param tolerance in samples
     */
    static Beat held(Beat beat, Beat average, int by, int tolerance) {
        return new Beat(beat.rPeak(), held(beat.p(), moved(average.p(), by), tolerance),
            held(beat.qrs(), moved(average.qrs(), by), tolerance), held(beat.t(), moved(average.t(), by), 2 * tolerance));
    }

    private static Wave held(Wave wave, Wave usual, int tolerance) {
        if (!wave.isPresent() || !usual.isPresent()) {
            return wave;
        }
        int onset = near(wave.onset(), usual.onset(), tolerance);
        int offset = near(wave.offset(), usual.offset(), tolerance);
        return new Wave(onset, Math.max(onset, Math.min(offset, near(wave.peak(), usual.peak(), tolerance))), offset);
    }

    private static int near(int point, int usual, int tolerance) {
        return Math.max(usual - tolerance, Math.min(usual + tolerance, point));
    }
}
