package org.physioclr.core.read;

import java.util.List;
import java.util.Objects;

/**
 * What a file holds, without loss: channels may differ in unit, rate and length. {@link EcgConversion} makes an
 * {@link org.physioclr.core.signal.EcgRecord} of it.
 *
 * @param format the file format, such as {@code WFDB}
 * @param id the name that the file gives itself
 * @param channels in the file's order
 * @param patient who was recorded
 * @param diagnoses what the file says about diagnoses
 * @param comments the file's free text, line by line
 * @param warnings what is wrong with the file though it could be read; each a sentence without a full stop
 */
public record Recording(String format, String id, List<Channel> channels, Patient patient, Diagnoses diagnoses,
        List<String> comments, List<String> warnings) {

    public Recording {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(diagnoses, "diagnoses");
        channels = List.copyOf(channels);
        comments = List.copyOf(comments);
        warnings = List.copyOf(warnings);
    }
}
