package org.physioclr.core.score;

import java.util.Optional;

/**
 * An estimated figure with its confidence interval. Either may be missing, and then the reason is given: what can't be
 * estimated is never reported as 0 or 0.5.
 *
 * @param value the figure; NaN if it is undefined
 * @param interval the interval, if there is one
 * @param reason why the value or the interval is missing; empty if both are there
 */
public record Estimate(double value, Optional<Interval> interval, String reason) {

    /** A figure with its interval. */
    public static Estimate of(double value, Interval interval) {
        return new Estimate(value, Optional.of(interval), "");
    }

    /** A figure whose interval can't be had, or isn't asked for if the reason is empty. */
    public static Estimate without(double value, String reason) {
        return new Estimate(value, Optional.empty(), reason);
    }

    /** No figure, and why. */
    public static Estimate undefined(String reason) {
        return new Estimate(Double.NaN, Optional.empty(), reason);
    }

    /** Whether there is a figure. */
    public boolean isDefined() {
        return !Double.isNaN(value);
    }

    /** The interval's lower limit, NaN if there is none. */
    public double low() {
        return interval.map(Interval::low).orElse(Double.NaN);
    }

    /** The interval's upper limit, NaN if there is none. */
    public double high() {
        return interval.map(Interval::high).orElse(Double.NaN);
    }
}
