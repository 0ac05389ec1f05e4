package org.physioclr.torch.protocol;

/** Checks that a setting is within its range, naming the setting as the dialogs do. */
final class Range {

    private Range() {
    }

    static void check(String setting, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(setting + " must be between " + text(least) + " and " + text(most)
                + ", not " + text(value));
        }
    }

    static void checkPositive(String setting, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(setting + " must be positive, not " + text(value));
        }
    }

    private static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
