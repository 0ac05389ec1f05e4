package org.physioclr.core.beat;

/**
 * One wave of a beat, as sample indices of the record; {@link #ABSENT} where there is none to be seen.
 *
 * @param onset the first sample of the wave
 * @param peak its highest or lowest sample, the dominant one if it has several
 * @param offset the last sample of the wave
 */
public record Wave(int onset, int peak, int offset) {

    /** No wave. */
    public static final Wave ABSENT = new Wave(-1, -1, -1);

    public Wave {
        if (onset > peak || peak > offset || onset < 0 && offset >= 0) {
            throw new IllegalArgumentException("A wave's onset " + onset + ", peak " + peak + " and offset " + offset
                + " are out of order");
        }
    }

    public boolean isPresent() {
        return onset >= 0;
    }

    /** From onset to offset in samples; NaN if the wave is absent. */
    public double length() {
        return isPresent() ? offset - onset : Double.NaN;
    }
}
