package org.physioclr.core.read.edf;

/**
 * A remark in an EDF+ file.
 *
 * @param onsetSeconds when it begins, from the file's start time; may be negative
 * @param durationSeconds how long it holds, NaN if that is not stated
 * @param text what it says; empty for the mark that only tells when a data record begins
 */
public record EdfAnnotation(double onsetSeconds, double durationSeconds, String text) {

    @Override
    public String toString() {
        return onsetSeconds + " s" + (Double.isNaN(durationSeconds) ? "" : " for " + durationSeconds + " s") + ": "
            + text;
    }
}
