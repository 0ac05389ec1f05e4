package org.physioclr.core.score;

/**
 * A confidence interval.
 *
 * @param low the lower limit
 * @param high the upper limit, not below the lower one
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval needs ordered limits, not " + low + " and " + high);
        }
    }

    /** Whether the value lies within the limits. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
