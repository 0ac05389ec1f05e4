package org.physioclr.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** What is scored: the onset, peak and offset of each wave. */
public enum WavePoint {
    P_ONSET("p", MarkedWave::onset), P_PEAK("p", MarkedWave::peak), P_OFFSET("p", MarkedWave::offset),
    QRS_ONSET("N", MarkedWave::onset), QRS_OFFSET("N", MarkedWave::offset),
    T_ONSET("t", MarkedWave::onset), T_PEAK("t", MarkedWave::peak), T_OFFSET("t", MarkedWave::offset);

    private static final double WINDOW_SECONDS = 0.15;
    private static final double SLACK_SECONDS = 0.02;

    private final String symbol;
    private final ToIntFunction<MarkedWave> sample;

    WavePoint(String symbol, ToIntFunction<MarkedWave> sample) {
        this.symbol = symbol;
        this.sample = sample;
    }

    /**
     * Holds found waves against the truth: the nearest match within 150 ms, between the first and the last wave that is
     * marked. A wave of the truth that lacks this point counts neither for nor against it.
     */
    public EventMatch match(List<MarkedWave> truth, List<MarkedWave> found, double rateHz) {
        double window = WINDOW_SECONDS * rateHz;
        int slack = (int) Math.round(SLACK_SECONDS * rateHz);
        int from = truth.stream().mapToInt(MarkedWave::first).min().orElse(0) - slack;
        int to = truth.stream().mapToInt(MarkedWave::last).max().orElse(0) + slack;
        int[] candidates = found.stream().filter(this::isMine).filter(wave -> truth.stream().filter(this::isMine)
            .noneMatch(mark -> sample.applyAsInt(mark) < 0 && Math.abs(mark.peak() - wave.peak()) <= window))
            .mapToInt(sample).filter(i -> i >= from && i <= to).sorted().toArray();
        int[] marks = truth.stream().filter(this::isMine).mapToInt(sample).filter(i -> i >= 0).sorted().toArray();
        return EventMatch.of(marks, Arrays.stream(candidates).filter(i -> i >= 0).toArray(), window);
    }

    private boolean isMine(MarkedWave wave) {
        return wave.symbol().equals(symbol);
    }
}
