package org.physioclr.core.split;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows grouped by whose they are. A row of an unknown patient (the empty string) is a group of its own. */
public final class Patients {

    private final int[] groupOfRow;
    private final int groups;

    private Patients(int[] groupOfRow, int groups) {
        this.groupOfRow = groupOfRow;
        this.groups = groups;
    }

    /** Groups rows by the patients' identifiers, one a row, in the order in which patients first occur. */
    public static Patients of(List<String> patientOfRow) {
        Map<String, Integer> known = new HashMap<>();
        int[] groupOfRow = new int[patientOfRow.size()];
        int groups = 0;
        for (int row = 0; row < groupOfRow.length; row++) {
            String patient = patientOfRow.get(row);
            Integer group = patient.isEmpty() ? null : known.get(patient);
            if (group == null) {
                group = groups++;
                if (!patient.isEmpty()) {
                    known.put(patient, group);
                }
            }
            groupOfRow[row] = group;
        }
        return new Patients(groupOfRow, groups);
    }

    /** The number of patients. */
    public int count() {
        return groups;
    }

    /** The number of rows. */
    public int rows() {
        return groupOfRow.length;
    }

    /** The patient's number, from 0, whose the row is. */
    public int of(int row) {
        return groupOfRow[row];
    }

    /**
     * A patient who is on both sides, if there is one: such sides must not be used to train and to test.
     *
     * @param training the patients of the training rows; empty strings are unknown and match nobody
     * @param test those of the test rows
     */
    public static Optional<String> shared(Iterable<String> training, Iterable<String> test) {
        Set<String> seen = new HashSet<>();
        training.forEach(seen::add);
        for (String patient : test) {
            if (!patient.isEmpty() && seen.contains(patient)) {
                return Optional.of(patient);
            }
        }
        return Optional.empty();
    }
}
