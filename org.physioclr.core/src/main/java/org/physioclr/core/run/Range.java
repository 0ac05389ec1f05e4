package org.physioclr.core.run;

/** Checks that a setting is within its range, naming the setting as the dialogs do. */
public final class Range {

    private Range() {
    }

    /**
     * Checks a number.
     *
     * @param setting what it is called
     * @throws IllegalArgumentException unless it is in [least, most]; NaN never is
     */
    public static void check(String setting, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(setting + " must be between " + text(least) + " and " + text(most)
                + ", not " + text(value));
        }
    }

    /**
     * Checks a number that has no upper limit.
     *
     * @throws IllegalArgumentException unless it is above 0 and finite
     */
    public static void checkPositive(String setting, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(setting + " must be positive, not " + text(value));
        }
    }

    private static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
