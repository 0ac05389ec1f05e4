package org.physioclr.core.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.core.run.Seed;

class PatientSplitTest {

    private static final int ROWS = 2000;

    /** One to four rows a patient, and three labels of 40, 8 and 1.5 percent, the last one partly unknown. */
    private static List<String> patients(long seed) {
        RandomGenerator random = new Seed(seed).generator();
        List<String> patients = new ArrayList<>();
        for (int patient = 0; patients.size() < ROWS; patient++) {
            for (int i = random.nextInt(4); i >= 0 && patients.size() < ROWS; i--) {
                patients.add("P" + patient);
            }
        }
        return patients;
    }

    private static byte[][] labels(long seed) {
        RandomGenerator random = new Seed(seed).child("labels").generator();
        byte[][] labels = new byte[3][ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[0][row] = (byte) (random.nextDouble() < 0.4 ? 1 : 0);
            labels[1][row] = (byte) (random.nextDouble() < 0.08 ? 1 : 0);
            labels[2][row] = random.nextDouble() < 0.3 ? PatientSplit.UNKNOWN
                : (byte) (random.nextDouble() < 0.015 ? 1 : 0);
        }
        return labels;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noPatientIsInTwoPartsAndEveryLabelKeepsItsShare(long seed) {
        List<String> patients = patients(seed);
        byte[][] labels = labels(seed);
        int[] part = PatientSplit.divide(Patients.of(patients), labels, new double[] {0.7, 0.3}, new Seed(seed));

        Map<String, Integer> partOfPatient = new HashMap<>();
        for (int row = 0; row < ROWS; row++) {
            Integer other = partOfPatient.putIfAbsent(patients.get(row), part[row]);
            assertTrue(other == null || other == part[row], "patient on both sides");
        }
        for (byte[] label : labels) {
            int positives = 0;
            int inFirst = 0;
            for (int row = 0; row < ROWS; row++) {
                positives += label[row] == 1 ? 1 : 0;
                inFirst += label[row] == 1 && part[row] == 0 ? 1 : 0;
            }
            assertEquals(0.7 * positives, inFirst, 2.0, "positives in the first part, of " + positives);
        }
        long rowsInFirst = Arrays.stream(part).filter(p -> p == 0).count();
        assertEquals(0.7 * ROWS, rowsInFirst, 0.02 * ROWS);
    }

    @Test
    void theSameSeedGivesTheSameDivisionAndAnotherSeedAnother() {
        Patients patients = Patients.of(patients(1));
        byte[][] labels = labels(1);
        double[] shares = {0.5, 0.5};
        int[] first = PatientSplit.divide(patients, labels, shares, new Seed(7));
        assertArrayEquals(first, PatientSplit.divide(patients, labels, shares, new Seed(7)));
        int[] other = PatientSplit.divide(patients, labels, shares, new Seed(8));
        assertTrue(Arrays.mismatch(first, other) >= 0);
    }

    @Test
    void rowsOfUnknownPatientsAreDividedOneByOne() {
        List<String> unknown = Collections.nCopies(100, "");
        int[] part = PatientSplit.divide(Patients.of(unknown), new byte[0][], new double[] {0.25, 0.75}, new Seed(1));
        assertEquals(25, Arrays.stream(part).filter(p -> p == 0).count());
    }

    @Test
    void foldsAreOfEqualSizeAndDrawsOfTheirFraction() {
        Patients patients = Patients.of(patients(3));
        int[] fold = PatientSplit.folds(patients, labels(3), 5, new Seed(1));
        for (int k = 0; k < 5; k++) {
            int wanted = k;
            assertEquals(ROWS / 5.0, Arrays.stream(fold).filter(f -> f == wanted).count(), 0.02 * ROWS);
        }
        assertEquals(0.1 * ROWS, PatientSplit.draw(patients, labels(3), 0.1, new Seed(1)).length, 0.01 * ROWS);
        assertEquals(ROWS, PatientSplit.draw(patients, labels(3), 1, new Seed(1)).length);
    }

    @Test
    void aSinglePatientCannotBeDivided() {
        int[] part = PatientSplit.divide(Patients.of(List.of("a", "a", "a")), new byte[0][], new double[] {0.5, 0.5},
            new Seed(1));
        assertTrue(part[0] == part[1] && part[1] == part[2]);
    }

    @Test
    void sharesMustMakeSense() {
        Patients patients = Patients.of(List.of("a", "b"));
        Seed seed = new Seed(1);
        assertThrows(IllegalArgumentException.class,
            () -> PatientSplit.divide(patients, new byte[0][], new double[] {0.5, 0.6}, seed));
        assertThrows(IllegalArgumentException.class,
            () -> PatientSplit.divide(patients, new byte[0][], new double[] {1, 0}, seed));
        assertThrows(IllegalArgumentException.class,
            () -> PatientSplit.divide(patients, new byte[1][3], new double[] {0.5, 0.5}, seed));
        assertThrows(IllegalArgumentException.class, () -> PatientSplit.draw(patients, new byte[0][], 0, seed));
        assertThrows(IllegalArgumentException.class, () -> PatientSplit.folds(patients, new byte[0][], 1, seed));
    }

    @Test
    void aSharedPatientIsNamedAndUnknownOnesMatchNobody() {
        assertEquals(Optional.of("b"), Patients.shared(List.of("a", "b", ""), List.of("", "c", "b")));
        assertEquals(Optional.empty(), Patients.shared(List.of("a", ""), List.of("", "c")));
    }
}
