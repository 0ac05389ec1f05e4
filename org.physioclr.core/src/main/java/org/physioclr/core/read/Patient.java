package org.physioclr.core.read;

import java.util.Objects;

/**
 * Who was recorded.
 *
 * @param id the identifier, empty if the file gives none
 * @param ageYears the age at the recording, NaN if unknown
 * @param sex as far as the file says
 */
public record Patient(String id, double ageYears, Sex sex) {

    /** Nothing is known. */
    public static final Patient UNKNOWN = new Patient("", Double.NaN, Sex.UNKNOWN);

    public Patient {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(sex, "sex");
    }
}
