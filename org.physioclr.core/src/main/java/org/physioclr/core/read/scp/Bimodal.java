package org.physioclr.core.read.scp;

import java.util.ArrayList;
import java.util.List;

/**
 * Undoes bimodal compression: around QRS complexes every sample is stored, elsewhere one for each group of
 * {@code factor} samples, their mean; what is left of a stretch behind its last whole group is stored in full. Between
 * the middles of two groups the signal is taken as a straight line, outside of the outermost ones as constant.
 */
final class Bimodal {

    /**
     * Samples that are stored alike.
     *
     * @param samples how many
     * @param thinned whether as groups
     */
    private record Run(long samples, boolean thinned) {
    }

    private final int factor;
    private final List<Run> runs = new ArrayList<>();

    Bimodal(LeadDefinition lead, QrsZones zones, int factor) {
        this.factor = factor;
        long next = lead.start();
        for (long[] zone : zones.protectedZones()) {
            long start = Math.min(Math.max(next, zone[0]), lead.end() + 1);
            long after = Math.min(zone[1], lead.end()) + 1;
            if (after > start) {
                runs.add(new Run(start - next, true));
                runs.add(new Run(after - start, false));
                next = after;
            }
        }
        runs.add(new Run(lead.end() + 1 - next, true));
    }

    /** How many samples are stored. */
    long stored() {
        return runs.stream()
            .mapToLong(run -> run.thinned ? run.samples / factor + run.samples % factor : run.samples).sum();
    }

    /** The lead with all its samples. */
    double[] expand(int[] stored) {
        double[] samples = new double[(int) runs.stream().mapToLong(Run::samples).sum()];
        int in = 0;
        int out = 0;
        for (Run run : runs) {
            int groups = run.thinned ? (int) (run.samples / factor) : 0;
            interpolate(stored, in, groups, samples, out);
            in += groups;
            out += groups * factor;
            for (long rest = run.samples - (long) groups * factor; rest > 0; rest--) {
                samples[out++] = stored[in++];
            }
        }
        return samples;
    }

    private void interpolate(int[] stored, int in, int groups, double[] samples, int out) {
        int middle = factor / 2;
        for (int i = 0; i < groups * factor; i++) {
            double position = Math.max(0, Math.min(groups - 1, (i - middle) / (double) factor));
            int group = (int) position;
            int next = Math.min(groups - 1, group + 1);
            samples[out + i] = stored[in + group] + (position - group) * (stored[in + next] - stored[in + group]);
        }
    }
}
