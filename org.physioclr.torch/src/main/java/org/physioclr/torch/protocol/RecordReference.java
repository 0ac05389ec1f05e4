package org.physioclr.torch.protocol;

import java.util.List;
import java.util.Objects;

/**
 * Where an ECG lies on disk: a block of little-endian numbers, {@code [lead][sample]}, in millivolts, NaN where
 * missing.
 *
 * @param file the file's absolute path
 * @param offset the byte at which the block begins
 * @param dtype {@code float32} or {@code float16}
 * @param leads the leads' names, in the block's order
 * @param samples the samples of each lead
 * @param rateHz samples a second
 * @param patient the patient's identifier, empty if unknown
 * @param record the record that this ECG is (a window of), unique within the data set
 */
public record RecordReference(String file, long offset, String dtype, List<String> leads, int samples, double rateHz,
        String patient, String record) {

    public RecordReference {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(record, "record");
        leads = List.copyOf(leads);
        if (!dtype.equals("float32") && !dtype.equals("float16")) {
            throw new IllegalArgumentException("A record is float32 or float16, not " + dtype);
        }
        if (offset < 0 || samples < 0 || !(rateHz > 0)) {
            throw new IllegalArgumentException("No such block: offset " + offset + ", " + samples + " samples, "
                + rateHz + " Hz (" + record + ")");
        }
    }
}
