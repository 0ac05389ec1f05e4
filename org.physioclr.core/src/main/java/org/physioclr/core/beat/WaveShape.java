package org.physioclr.core.beat;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Reads a wave off its wavelet detail: the strongest pair of extrema of opposite sign, with the zero crossing between
 * them as its peak, and beyond them the points at which the detail has fallen to a share of the extremum.
 *
 * @param longestSamples the greatest distance of the two extrema
 * @param onsetShare of the first extremum, at the onset
 * @param offsetShare of the last extremum, at the offset
 * @param secondShare how strong a further extremum must be, as a share of the weaker of the pair, to belong to the wave
 * @param valleyShare to which share of the lesser the detail falls between two extrema of one sign; 0 for one at most
 */
record WaveShape(int longestSamples, double onsetShare, double offsetShare, double secondShare, double valleyShare) {

    /** What counts less is too far from where such waves usually are to belong to one. */
    private static final double USUAL_PLACE = 0.5;

    /** The flank between the two lobes of one wave is at least about as steep as the outer ones. */
    private static final double STEEPEST_SHARE = 0.9;

    /** A Gaussian wave falls to a twentieth of its height this many times the distance of its steepest point. */
    private static final double FLANK_REACH = 1.2;

    /**
     * A wave within a window.
     *
     * @param onset index into the detail, as are the others
     * @param peak where the pair crosses zero
     * @param offset the end
     * @param strength the summed absolute values of the pair
     */
    record Found(int onset, int peak, int offset, double strength) {

        Wave wave(int windowStart) {
            return new Wave(windowStart + onset, windowStart + peak, windowStart + offset);
        }
    }

    /**
     * The strongest wave.
     *
     * @param detail of a window
     * @param weight by which a pair at a sample counts, 0 to 1
     * @return null if the detail has no two extrema of opposite sign
     */
    Found find(double[] detail, IntToDoubleFunction weight) {
        int[] extrema = extrema(detail);
        int best = -1;
        double strength = 0;
        for (int k = 0; k + 1 < extrema.length; k++) {
            int first = extrema[k];
            int second = extrema[k + 1];
            // The weaker flank decides: the end of a neighbouring wave has one flank only.
            double pair = Math.min(Math.abs(detail[first]), Math.abs(detail[second])) * 1.5
                + Math.max(Math.abs(detail[first]), Math.abs(detail[second])) * 0.5;
            double weighted = pair * weight.applyAsDouble((first + second) / 2);
            boolean opposite = detail[first] * detail[second] < 0;
            if (opposite && second - first <= longestSamples && weighted > strength) {
                best = k;
                strength = weighted;
            }
        }
        return best < 0 ? null : shape(detail, weight, extrema, best, strength);
    }

    private Found shape(double[] detail, IntToDoubleFunction weight, int[] extrema, int pair, double strength) {
        int first = pair;
        int last = pair + 1;
        double least =
            secondShare * Math.min(Math.abs(detail[extrema[first]]), Math.abs(detail[extrema[last]]));
        if (first > 0 && belongs(detail, weight, extrema, first - 1, first, least)) {
            first--;
        }
        if (last + 1 < extrema.length && belongs(detail, weight, extrema, last + 1, last, least)) {
            last++;
        }
        int peak = crossing(detail, extrema[pair], extrema[pair + 1]);
        int onset = Math.max(fall(detail, extrema[first], -1, onsetShare),
            reach(extrema[first], first == pair ? peak : extrema[first + 1]));
        int offset = Math.min(fall(detail, extrema[last], 1, offsetShare),
            reach(extrema[last], last == pair + 1 ? peak : extrema[last - 1]));
        return new Found(onset, peak, offset, strength);
    }

    /** How far a wave's flank reaches beyond its steepest point: what follows later is another wave. */
    private static int reach(int steepest, int inner) {
        return steepest + (int) Math.round(FLANK_REACH * (steepest - inner));
    }

    /** Whether a further extremum, next to another one, is strong and near enough and of opposite sign. */
    private boolean belongs(double[] detail, IntToDoubleFunction weight, int[] extrema, int further, int next,
            double least) {
        int i = extrema[further];
        int j = extrema[next];
        return Math.abs(i - j) <= longestSamples && detail[i] * detail[j] < 0 && weight.applyAsDouble(i) >= USUAL_PLACE
            && Math.abs(detail[i]) >= least
            && Math.abs(detail[j]) >= STEEPEST_SHARE * Math.abs(detail[i]);
    }

    /**
     * The greatest absolute value of each stretch of one sign; several of a stretch if it falls low enough between
     * them, as where a P wave rises from the end of a T wave. A stretch that only leaves the window has none.
     */
    private int[] extrema(double[] detail) {
        int[] extrema = new int[detail.length];
        int count = 0;
        int greatest = 0;
        double highest = Math.abs(detail[0]);
        double lowest = highest;
        for (int i = 1; i <= detail.length; i++) {
            boolean ends = i == detail.length || detail[i] * detail[greatest] <= 0;
            double size = ends ? 0 : Math.abs(detail[i]);
            lowest = !ends && size < lowest ? size : lowest;
            boolean parted = lowest < valleyShare * Math.min(size, highest);
            if ((ends || parted) && greatest > 0 && greatest < detail.length - 1 && highest != 0) {
                extrema[count++] = greatest;
            }
            if (ends || parted || size > highest) {
                greatest = i;
                highest = i < detail.length ? Math.abs(detail[i]) : 0;
                lowest = highest;
            }
        }
        return Arrays.copyOf(extrema, count);
    }

    private static int fall(double[] detail, int extremum, int step, double share) {
        double level = share * Math.abs(detail[extremum]);
        double sign = Math.signum(detail[extremum]);
        int i = extremum;
        int lowest = extremum;
        while (i + step >= 0 && i + step < detail.length) {
            i += step;
            double value = sign * detail[i];
            if (value <= level) {
                return i;
            }
            lowest = value < sign * detail[lowest] ? i : lowest;
        }
        return lowest;
    }

    private static int crossing(double[] detail, int first, int second) {
        for (int i = first; i < second; i++) {
            if (detail[i] * detail[first] > 0 && detail[i + 1] * detail[first] <= 0) {
                return Math.abs(detail[i]) <= Math.abs(detail[i + 1]) ? i : i + 1;
            }
        }
        return (first + second) / 2;
    }
}
