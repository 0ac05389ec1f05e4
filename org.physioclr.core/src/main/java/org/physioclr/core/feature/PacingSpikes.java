package org.physioclr.core.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.physioclr.core.signal.EcgRecord;

/**
 * Counts the beats that a pacemaker made: before their R peaks, at the same distance, is a kink that is over within a
 * few milliseconds, with calm on both sides, as no wave of the heart has. Recorders of less than 400 Hz smooth them
 * away.
 */
final class PacingSpikes {

    private static final double LEAST_RATE_HZ = 400;

    /** Root of the summed squared second differences over all leads. */
    private static final double LEAST_KINK_MV = 0.3;
    private static final double CALM_SHARE = 0.25;
    private static final double SPIKE_SECONDS = 0.006;
    private static final double CALM_SECONDS = 0.02;
    private static final double REFRACTORY_SECONDS = 0.05;
    private static final double REACH_SECONDS = 0.25;
    private static final double SAME_SECONDS = 0.01;
    private static final int FEWEST = 3;
    private static final double LEAST_SHARE = 0.25;

    private PacingSpikes() {
    }

    /** How many beats are paced; 0 if so few that chance explains them, or where the rate is too low to tell. */
    static int pacedBeats(EcgRecord record, int[] rPeaks) {
        if (record.rateHz() < LEAST_RATE_HZ) {
            return 0;
        }
        int[] before = distances(spikes(record), rPeaks, samples(REACH_SECONDS, record));
        int same = samples(SAME_SECONDS, record);
        int most = 0;
        for (int middle : before) {
            most = Math.max(most, (int) Arrays.stream(before).filter(d -> Math.abs(d - middle) <= same).count());
        }
        return most < FEWEST || most < LEAST_SHARE * rPeaks.length ? 0 : most;
    }

    /** How far before the next R peak each spike is, if it is before one at all. */
    private static int[] distances(List<Integer> spikes, int[] rPeaks, int reach) {
        int[] distances = new int[spikes.size()];
        int count = 0;
        for (int spike : spikes) {
            int next = Arrays.binarySearch(rPeaks, spike);
            int peak = next < 0 ? -next - 1 : next;
            if (peak < rPeaks.length && rPeaks[peak] - spike <= reach) {
                distances[count++] = rPeaks[peak] - spike;
            }
        }
        return Arrays.copyOf(distances, count);
    }

    private static List<Integer> spikes(EcgRecord record) {
        double[] kinks = kinks(record);
        int spike = samples(SPIKE_SECONDS, record);
        int calm = samples(CALM_SECONDS, record);
        List<Integer> spikes = new ArrayList<>();
        for (int i = calm; i < kinks.length - calm; i++) {
            if (kinks[i] >= LEAST_KINK_MV && isAlone(kinks, i, spike, calm)) {
                spikes.add(i);
                i += samples(REFRACTORY_SECONDS, record);
            }
        }
        return spikes;
    }

    private static boolean isAlone(double[] kinks, int at, int spike, int calm) {
        double around = 0;
        for (int distance = spike; distance <= calm; distance++) {
            around = Math.max(around, Math.max(kinks[at - distance], kinks[at + distance]));
        }
        return around <= CALM_SHARE * kinks[at];
    }

    private static double[] kinks(EcgRecord record) {
        double[] kinks = new double[record.length()];
        for (float[] lead : record.samplesMv()) {
            for (int i = 1; i < kinks.length - 1; i++) {
                double kink = lead[i + 1] - 2.0 * lead[i] + lead[i - 1];
                kinks[i] += Double.isNaN(kink) ? 0 : kink * kink;
            }
        }
        for (int i = 0; i < kinks.length; i++) {
            kinks[i] = Math.sqrt(kinks[i]);
        }
        return kinks;
    }

    private static int samples(double seconds, EcgRecord record) {
        return (int) Math.round(seconds * record.rateHz());
    }
}
