package org.physioclr.core.feature;

import org.physioclr.core.beat.Wave;

/** Extremes of a lead within a wave; NaN if the wave is absent or has no samples. */
final class Extremes {

    private Extremes() {
    }

    static double highest(float[] lead, Wave wave) {
        double highest = Double.NaN;
        for (int i = wave.onset(); wave.isPresent() && i <= wave.offset(); i++) {
            highest = !(lead[i] <= highest) && !Float.isNaN(lead[i]) ? lead[i] : highest;
        }
        return highest;
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

    /** The depth below a level after the highest point; 0 if it never falls below. */
    static double depthAfterHighest(float[] lead, Wave wave, double level) {
        if (!wave.isPresent() || Double.isNaN(level)) {
            return Double.NaN;
        }
        int highest = wave.onset();
        for (int i = wave.onset(); i <= wave.offset(); i++) {
            highest = lead[i] > lead[highest] ? i : highest;
        }
        double depth = 0;
        for (int i = highest; i <= wave.offset(); i++) {
            depth = Math.max(depth, Float.isNaN(lead[i]) ? depth : level - lead[i]);
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
