package org.physioclr.core.read.edf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import org.physioclr.core.read.Patient;
import org.physioclr.core.read.Sex;

/** What the identification fields say about the patient. */
final class EdfPatient {

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder().parseCaseInsensitive()
        .appendPattern("d-MMM-uuuu").toFormatter(Locale.ENGLISH);

    private EdfPatient() {
    }

    /** In EDF+ the field holds code, sex, birth date and name, where X stands for unknown; in EDF it is free. */
    static Patient of(EdfHeader header) {
        if (!header.plus()) {
            return new Patient(header.patient(), Double.NaN, Sex.UNKNOWN);
        }
        String[] patient = header.patient().split(" +");
        String[] recording = header.recording().split(" +");
        String id = known(patient, 0).orElse("");
        Sex sex = known(patient, 1).map(Sex::of).orElse(Sex.UNKNOWN);
        Optional<LocalDate> birth = known(patient, 2).flatMap(EdfPatient::date);
        Optional<LocalDate> start = known(recording, 1).flatMap(EdfPatient::date);
        double age = birth.isPresent() && start.isPresent()
            ? Patient.ageYears(birth.get(), start.get()) : Double.NaN;
        return new Patient(id, age, sex);
    }

    private static Optional<String> known(String[] words, int index) {
        return index < words.length && !words[index].equalsIgnoreCase("X") && !words[index].isEmpty()
            ? Optional.of(words[index]) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
