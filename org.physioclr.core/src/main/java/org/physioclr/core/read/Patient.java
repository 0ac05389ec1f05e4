package org.physioclr.core.read;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    /** The completed years between two dates; NaN outside 0 to 150, where one of them must be wrong. */
    public static double ageYears(LocalDate birth, LocalDate recording) {
        long years = ChronoUnit.YEARS.between(birth, recording);
        return years >= 0 && years <= 150 ? years : Double.NaN;
    }
}
