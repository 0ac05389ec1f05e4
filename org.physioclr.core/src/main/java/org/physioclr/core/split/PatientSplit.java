package org.physioclr.core.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.physioclr.core.run.Seed;

/**
 * Divides rows into parts so that no patient is in two of them and each label is as frequent in every part as the
 * part's share asks: the iterative stratification of Sechidis, Tsoumakas and Vlahavas (ECML PKDD 2011, algorithm 1),
 * applied to patients instead of rows. The rarest label is dealt out first, because there is least choice with it.
 * Equal rows, labels, shares and seed give an equal division.
 */
public final class PatientSplit {

    /** A label's value that is unknown; it counts for neither outcome. */
    public static final byte UNKNOWN = -1;

    private PatientSplit() {
    }

    /**
     * Divides rows into parts of given shares.
     *
     * @param patients whose the rows are
     * @param labels {@code [label][row]}, each 0, 1 or {@link #UNKNOWN}; may have no label at all
     * @param shares the share of the rows that each part is to get, positive, adding up to 1 within 1e-9
     * @param seed breaks ties
     * @return the part, from 0, that each row belongs to
     */
    public static int[] divide(Patients patients, byte[][] labels, double[] shares, Seed seed) {
        double sum = 0;
        for (double share : shares) {
            if (!(share > 0)) {
                throw new IllegalArgumentException("Every part needs a positive share, not " + share);
            }
            sum += share;
        }
        if (Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("The parts' shares must add up to 1, not " + sum);
        }
        int[] partOfPatient = new Stratification(patients, labels, shares, seed).deal();
        int[] partOfRow = new int[patients.rows()];
        for (int row = 0; row < partOfRow.length; row++) {
            partOfRow[row] = partOfPatient[patients.of(row)];
        }
        return partOfRow;
    }

    /** Divides rows into folds of equal share, for cross-validation; see {@link #divide}. */
    public static int[] folds(Patients patients, byte[][] labels, int folds, Seed seed) {
        if (folds < 2) {
            throw new IllegalArgumentException("Cross-validation needs at least two folds, not " + folds);
        }
        double[] shares = new double[folds];
        Arrays.fill(shares, 1.0 / folds);
        return divide(patients, labels, shares, seed);
    }

    /**
     * Draws a part of the rows, whole patients at a time; see {@link #divide}.
     *
     * @param fraction the share to draw, in (0, 1]; 1 draws all
     * @return the drawn rows, ascending
     */
    public static int[] draw(Patients patients, byte[][] labels, double fraction, Seed seed) {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException("The fraction to draw must be above 0 and at most 1, not " + fraction);
        }
        int[] part = fraction == 1 ? new int[patients.rows()]
            : divide(patients, labels, new double[] {fraction, 1 - fraction}, seed);
        List<Integer> drawn = new ArrayList<>();
        for (int row = 0; row < part.length; row++) {
            if (part[row] == 0) {
                drawn.add(row);
            }
        }
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }
}
