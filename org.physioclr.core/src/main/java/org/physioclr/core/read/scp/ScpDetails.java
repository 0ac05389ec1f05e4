package org.physioclr.core.read.scp;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.Patient;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.Sex;

/** What sections 1 and 8 say about the patient and the diagnoses. */
final class ScpDetails {

    private static final int PATIENT_ID = 2;
    private static final int AGE = 4;
    private static final int BIRTH = 5;
    private static final int SEX = 8;
    private static final int ACQUISITION = 25;
    private static final int LAST_TAG = 255;
    private static final double[] YEARS_PER_UNIT = {Double.NaN, 1, 1 / 12.0, 1 / 52.1775, 1 / 365.2425,
        1 / 8765.82};

    private final ScpSection section;
    /** Position and length by tag. */
    private final Map<Integer, long[]> tags = new HashMap<>();

    private ScpDetails(ScpSection section) throws ReadException {
        this.section = section;
        long at = 0;
        while (at < section.length() && section.unsigned8(at) != LAST_TAG) {
            int tag = section.unsigned8(at);
            int length = section.unsigned16(at + 1);
            section.position(at + 3, length);
            tags.putIfAbsent(tag, new long[] {at + 3, length});
            at += 3 + length;
        }
    }

    static Patient patient(ScpSection section) throws ReadException {
        ScpDetails details = new ScpDetails(section);
        Sex sex = switch (details.has(SEX, 1) ? section.unsigned8(details.tags.get(SEX)[0]) : 0) {
            case 1 -> Sex.MALE;
            case 2 -> Sex.FEMALE;
            default -> Sex.UNKNOWN;
        };
        return new Patient(details.has(PATIENT_ID, 1) ? details.text(PATIENT_ID) : "", details.ageYears(), sex);
    }

    private boolean has(int tag, int bytes) {
        return tags.containsKey(tag) && tags.get(tag)[1] >= bytes;
    }

    private String text(int tag) throws ReadException {
        long[] place = tags.get(tag);
        return section.file().text(section.position(place[0], place[1]), place[1], StandardCharsets.ISO_8859_1);
    }

    private double ageYears() throws ReadException {
        if (has(AGE, 3)) {
            int value = section.unsigned16(tags.get(AGE)[0]);
            int unit = section.unsigned8(tags.get(AGE)[0] + 2);
            if (value > 0 && unit > 0 && unit < YEARS_PER_UNIT.length) {
                return value * YEARS_PER_UNIT[unit];
            }
        }
        Optional<LocalDate> birth = date(BIRTH);
        Optional<LocalDate> acquisition = date(ACQUISITION);
        return birth.isPresent() && acquisition.isPresent() ? Patient.ageYears(birth.get(), acquisition.get())
            : Double.NaN;
    }

    private Optional<LocalDate> date(int tag) throws ReadException {
        if (!has(tag, 4)) {
            return Optional.empty();
        }
        long at = tags.get(tag)[0];
        try {
            return Optional.of(LocalDate.of(section.unsigned16(at), section.unsigned8(at + 2),
                section.unsigned8(at + 3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The texts of section 8. */
    static Diagnoses diagnoses(ScpSection section) throws ReadException {
        int count = section.length() > 8 ? section.unsigned8(8) : 0;
        List<String> statements = new ArrayList<>();
        long at = 9;
        for (int i = 0; i < count; i++) {
            int length = section.unsigned16(at + 1);
            String text = section.file().text(section.position(at + 3, length), length, StandardCharsets.ISO_8859_1);
            if (!text.isEmpty()) {
                statements.add(text);
            }
            at += 3 + length;
        }
        return new Diagnoses(true, statements);
    }
}
