package org.physioclr.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import org.physioclr.core.beat.Beat;
import org.physioclr.core.beat.Wave;

/**
 * A wave as somebody marked it, a cardiologist or a program.
 *
 * @param symbol {@code p}, {@code N} for QRS, or {@code t}
 * @param onset sample index; -1 if not marked, as are the others
 * @param peak sample index
 * @param offset sample index
 */
public record MarkedWave(String symbol, int onset, int peak, int offset) {

    /** The first sample that is marked. */
    public int first() {
        return onset < 0 ? peak : onset;
    }

    /** The last sample that is marked. */
    public int last() {
        return Math.max(peak, offset);
    }

    /** All waves of some beats that are present. */
    public static List<MarkedWave> of(List<Beat> beats) {
        return beats.stream().flatMap(beat -> Stream.of(of("p", beat.p()), of("N", beat.qrs()),
            of("t", beat.t()))).filter(wave -> wave.onset >= 0).toList();
    }

    private static MarkedWave of(String symbol, Wave wave) {
        return new MarkedWave(symbol, wave.onset(), wave.peak(), wave.offset());
    }
}
