package org.physioclr.core.read.edf;

/**
 * One signal as an EDF header describes it.
 *
 * @param label its name
 * @param unit its physical dimension
 * @param gain physical units a step
 * @param offset what is added to {@code digital * gain}
 * @param start where its samples begin in a data record, in bytes
 * @param samples how many samples a data record holds, at least one
 */
record EdfSignal(String label, String unit, double gain, double offset, long start, int samples) {

    /** Whether its bytes are text: lists of annotations. */
    boolean isAnnotations() {
        return label.equals("EDF Annotations") || label.equals("BDF Annotations");
    }
}
