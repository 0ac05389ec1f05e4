package org.physioclr.core.read.wfdb;

/**
 * A mark in a record.
 *
 * @param sample where, counted from the record's start in units of the annotation file's rate
 * @param code what, see {@link AnnotationCode}
 * @param subtype a small number whose meaning depends on the code
 * @param channel the signal it belongs to, 0 unless stated
 * @param number a small number, often the annotator's class
 * @param text free text, empty if none
 */
public record Annotation(long sample, int code, int subtype, int channel, int number, String text) {

    /** The one-character symbol of the code; empty if it has none. */
    public String symbol() {
        return AnnotationCode.symbol(code);
    }

    /** Whether this marks a heartbeat. */
    public boolean isBeat() {
        return AnnotationCode.isBeat(code);
    }
}
