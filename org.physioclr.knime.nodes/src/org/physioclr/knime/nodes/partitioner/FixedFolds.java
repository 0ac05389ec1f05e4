package org.physioclr.knime.nodes.partitioner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/** The folds of a data set that others have chosen, so that results can be compared with theirs. */
final class FixedFolds {

    private static final int TRAINING = 0;
    private static final int TEST = 1;

    private final String column;
    private final int columnIndex;
    private final Set<String> testFolds;
    private final Set<String> met = new TreeSet<>();
    private final List<Integer> sides = new ArrayList<>();
    private final Map<String, Integer> sideOfPatient = new HashMap<>();

    /**
     * @param column the name of the column with the fold of each row
     * @param columnIndex its place
     * @param testFolds those that are the test side
     */
    FixedFolds(String column, int columnIndex, Set<String> testFolds) {
        this.column = column;
        this.columnIndex = columnIndex;
        this.testFolds = testFolds;
    }

    /**
     * Takes up a row.
     *
     * @param patient whose it is, empty if unknown
     * @throws IllegalArgumentException if the row has no fold, or its patient is on the other side, too
     */
    void add(DataRow row, String patient) {
        DataCell cell = row.getCell(columnIndex);
        if (cell.isMissing()) {
            throw new IllegalArgumentException("The row " + row.getKey().getString() + " has no fold in the column \""
                + column + "\". Remove such rows first, or split by share.");
        }
        met.add(cell.toString());
        int side = testFolds.contains(cell.toString()) ? TEST : TRAINING;
        if (!patient.isEmpty() && sideOfPatient.merge(patient, side, (old, same) -> old) != side) {
            throw new IllegalArgumentException("The folds of the column \"" + column + "\" put ECGs of the patient "
                + patient + " on both sides (row " + row.getKey().getString() + "), which would make the scores too "
                + "good. Choose other test folds, or split by share.");
        }
        sides.add(side);
    }

    /**
     * The side of each row: 0 training, 1 test.
     *
     * @throws IllegalArgumentException if no row has one of the test folds, or all have
     */
    int[] sides() {
        for (String fold : testFolds) {
            if (!met.contains(fold)) {
                throw new IllegalArgumentException("No row has the test fold " + fold + " in the column \"" + column
                    + "\", only " + String.join(", ", met) + ". Choose test folds among these.");
            }
        }
        if (!sides.contains(TRAINING)) {
            throw new IllegalArgumentException("All folds of the column \"" + column
                + "\" are test folds, so that nothing is left to train on. Choose fewer test folds.");
        }
        return sides.stream().mapToInt(Integer::intValue).toArray();
    }
}
