package org.physioclr.core.label;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a data set says of one record beside its file.
 *
 * @param patient empty if it does not say
 * @param ageYears NaN if it does not say
 * @param sex a word such as {@code female}, empty if it does not say
 * @param fold of the recommended split
 * @param statements diagnoses from a table of the data set, as SNOMED-CT codes unless there are labels besides; empty
 *        if they are in the record's own file
 * @param labels finished labels, which go before any diagnoses
 * @param unannotated labels of {@link LabelScheme#CINC_26} that nobody looked for in this record
 */
public record DataSetEntry(String patient, double ageYears, String sex, OptionalInt fold,
        Optional<List<String>> statements, Optional<RecordLabels> labels, Set<String> unannotated) {

    /** Nothing beyond the record's own file. */
    public static final DataSetEntry NONE = new DataSetEntry("", Double.NaN, "", OptionalInt.empty(),
        Optional.empty(), Optional.empty(), Set.of());

    public DataSetEntry {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(sex, "sex");
        Objects.requireNonNull(fold, "fold");
        Objects.requireNonNull(statements, "statements");
        Objects.requireNonNull(labels, "labels");
        unannotated = Set.copyOf(unannotated);
    }

    /** An entry that only names the patient. */
    static DataSetEntry ofPatient(String patient) {
        return new DataSetEntry(patient, Double.NaN, "", OptionalInt.empty(), Optional.empty(), Optional.empty(),
            Set.of());
    }

    /** An entry whose diagnoses are in the record's file, and which some classes can't occur in. */
    static DataSetEntry withUnannotated(Set<String> labels) {
        return new DataSetEntry("", Double.NaN, "", OptionalInt.empty(), Optional.empty(), Optional.empty(), labels);
    }
}
