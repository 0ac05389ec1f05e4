package org.physioclr.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Detections held against truth, one to one within a window, as WFDB's {@code bxb} pairs beats: in order of time, each
 * event with the nearer of the two candidates where two would do.
 *
 * @param pairs {@code {truth, found}} sample indices
 * @param missed events that were not found
 * @param extra detections that are no event
 */
public record EventMatch(List<int[]> pairs, List<Integer> missed, List<Integer> extra) {

    /**
     * Pairs events with detections.
     *
     * @param truth ascending sample indices
     * @param found ascending sample indices
     * @param window the greatest distance of a pair in samples
     */
    public static EventMatch of(int[] truth, int[] found, double window) {
        List<int[]> pairs = new ArrayList<>();
        List<Integer> missed = new ArrayList<>();
        List<Integer> extra = new ArrayList<>();
        int t = 0;
        int f = 0;
        while (t < truth.length && f < found.length) {
            int distance = Math.abs(truth[t] - found[f]);
            boolean nextTruthNearer = t + 1 < truth.length && Math.abs(truth[t + 1] - found[f]) < distance;
            boolean nextFoundNearer = f + 1 < found.length && Math.abs(truth[t] - found[f + 1]) < distance;
            if (distance <= window && !nextTruthNearer && !nextFoundNearer) {
                pairs.add(new int[] {truth[t++], found[f++]});
            } else if (nextTruthNearer || !nextFoundNearer && truth[t] < found[f]) {
                missed.add(truth[t++]);
            } else {
                extra.add(found[f++]);
            }
        }
        while (t < truth.length) {
            missed.add(truth[t++]);
        }
        while (f < found.length) {
            extra.add(found[f++]);
        }
        return new EventMatch(pairs, missed, extra);
    }

    /** Found events in percent of all events. */
    public double sensitivityPercent() {
        return 100.0 * pairs.size() / (pairs.size() + missed.size());
    }

    /** Right detections in percent of all detections. */
    public double predictivityPercent() {
        return 100.0 * pairs.size() / (pairs.size() + extra.size());
    }

    /** Both matches together, as gross statistics over records need. */
    public EventMatch plus(EventMatch other) {
        return new EventMatch(joined(pairs, other.pairs), joined(missed, other.missed), joined(extra, other.extra));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
