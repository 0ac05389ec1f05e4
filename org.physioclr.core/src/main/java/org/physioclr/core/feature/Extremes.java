package org.physioclr.core.feature;

import org.physioclr.core.beat.Wave;

/** Extremes of a lead within a wave; NaN if the wave is absent or has no samples. */
final class Extremes {

    /** Less may be noise. */
    private static final double LEAST_R_MV = 0.05;

    private Extremes() {
    }

    static double highest(float[] lead, Wave wave) {
        double highest = Double.NaN;
        for (int i = wave.onset(); wave.isPresent() && i <= wave.offset(); i++) {
            highest = !(lead[i] <= highest) && !Float.isNaN(lead[i]) ? lead[i] : highest;
        }
        return highest;
    }

    static double lowest(float[] lead, Wave wave) {
        double lowest = Double.NaN;
        for (int i = wave.onset(); wave.isPresent() && i <= wave.offset(); i++) {
            lowest = !(lead[i] >= lowest) && !Float.isNaN(lead[i]) ? lead[i] : lowest;
        }
        return lowest;
    }

    /** The largest deviation from a level, with its sign. */
    static double signed(float[] lead, Wave wave, double level) {
        double largest = Double.NaN;
        for (int i = wave.onset(); wave.isPresent() && i <= wave.offset(); i++) {
            double deviation = lead[i] - level;
            largest = Math.abs(deviation) <= Math.abs(largest) || Double.isNaN(deviation) ? largest : deviation;
        }
        return largest;
    }

    /**
     * Where the R wave is: the highest point above 0 between the ends of QRS.
     *
     * @param margin how many samples of either end do not count: there the level is that of PR or ST
     * @return -1 if there is none, as in a QS complex
     */
    static int rWave(float[] lead, Wave qrs, int margin) {
        int highest = -1;
        for (int i = qrs.onset(); qrs.isPresent() && i <= qrs.offset(); i++) {
            highest = lead[i] > (highest < 0 ? 0 : lead[highest]) ? i : highest;
        }
        return highest < qrs.onset() + margin || highest > qrs.offset() - margin ? -1 : highest;
    }

    /**
     * The depth below 0 after the first R wave, which in rSR' is not the highest, or of the whole complex where there
     * is none; 0 if it never falls below.
     */
    static double sDepth(float[] lead, Wave qrs, int margin) {
        int from = qrs.onset();
        int highest = rWave(lead, qrs, margin);
        while (from < highest && !(lead[from] > LEAST_R_MV)) {
            from++;
        }
        double depth = Double.NaN;
        for (int i = from; qrs.isPresent() && i <= qrs.offset(); i++) {
            depth = Float.isNaN(lead[i]) || -lead[i] < depth ? depth : Math.max(0, -lead[i]);
        }
        return depth;
    }

    /** The steepest absolute slope from the wave's onset to its peak, a sample. */
    static double steepest(float[] lead, Wave wave) {
        double steepest = Double.NaN;
        for (int i = wave.onset() + 1; wave.isPresent() && i <= wave.peak(); i++) {
            double slope = Math.abs(lead[i] - lead[i - 1]);
            steepest = slope <= steepest || Double.isNaN(slope) ? steepest : slope;
        }
        return steepest;
    }
}
