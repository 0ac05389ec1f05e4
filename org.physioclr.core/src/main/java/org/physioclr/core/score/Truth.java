package org.physioclr.core.score;

/** The values of a truth column. */
public final class Truth {

    /** The row has the label. */
    public static final byte POSITIVE = 1;

    /** The row doesn't have the label. */
    public static final byte NEGATIVE = 0;

    /** Nobody has said whether the row has the label. */
    public static final byte MISSING = -1;

    private Truth() {
    }
}
