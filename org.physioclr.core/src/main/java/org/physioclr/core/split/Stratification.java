package org.physioclr.core.split;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.physioclr.core.run.Seed;

/** The state of one iterative stratification: what each part still wants, and the patients not yet dealt. */
final class Stratification {

    private static final int NOT_DEALT = -1;

    private final int[] rowsOf;
    private final int[][] positivesOf;
    private final int[] positivesLeft;
    private final double[] rowsWanted;
    private final double[][] positivesWanted;
    private final int[] order;
    private final int[] partOf;
    private final RandomGenerator random;

    Stratification(Patients patients, byte[][] labels, double[] shares, Seed seed) {
        rowsOf = new int[patients.count()];
        positivesOf = new int[labels.length][patients.count()];
        for (int row = 0; row < patients.rows(); row++) {
            rowsOf[patients.of(row)]++;
        }
        for (int label = 0; label < labels.length; label++) {
            if (labels[label].length != patients.rows()) {
                throw new IllegalArgumentException("Label " + label + " has " + labels[label].length + " values for "
                    + patients.rows() + " rows");
            }
            for (int row = 0; row < patients.rows(); row++) {
                positivesOf[label][patients.of(row)] += labels[label][row] == 1 ? 1 : 0;
            }
        }
        positivesLeft = Arrays.stream(positivesOf).mapToInt(counts -> Arrays.stream(counts).sum()).toArray();
        rowsWanted = Arrays.stream(shares).map(share -> share * patients.rows()).toArray();
        positivesWanted = new double[labels.length][];
        for (int label = 0; label < labels.length; label++) {
            int total = positivesLeft[label];
            positivesWanted[label] = Arrays.stream(shares).map(share -> share * total).toArray();
        }
        random = seed.generator();
        order = shuffledBySize();
        partOf = new int[patients.count()];
        Arrays.fill(partOf, NOT_DEALT);
    }

    /** The part of every patient. */
    int[] deal() {
        for (int label = rarest(); label >= 0; label = rarest()) {
            for (int patient : order) {
                if (partOf[patient] == NOT_DEALT && positivesOf[label][patient] > 0) {
                    give(patient, neediest(positivesWanted[label]));
                }
            }
        }
        for (int patient : order) {
            if (partOf[patient] == NOT_DEALT) {
                give(patient, neediest(rowsWanted));
            }
        }
        return partOf;
    }

    /** The label with the fewest positives left, but some; -1 if none has any. */
    private int rarest() {
        int rarest = -1;
        for (int label = 0; label < positivesLeft.length; label++) {
            if (positivesLeft[label] > 0 && (rarest < 0 || positivesLeft[label] < positivesLeft[rarest])) {
                rarest = label;
            }
        }
        return rarest;
    }

    /** The part that wants most; among equals the one that wants most rows, then a random one. */
    private int neediest(double[] wanted) {
        int best = 0;
        int equals = 1;
        for (int part = 1; part < wanted.length; part++) {
            int more = Double.compare(wanted[part], wanted[best]);
            more = more != 0 ? more : Double.compare(rowsWanted[part], rowsWanted[best]);
            equals = more > 0 ? 1 : equals + (more == 0 ? 1 : 0);
            if (more > 0 || more == 0 && random.nextInt(equals) == 0) {
                best = part;
            }
        }
        return best;
    }

    private void give(int patient, int part) {
        partOf[patient] = part;
        rowsWanted[part] -= rowsOf[patient];
        for (int label = 0; label < positivesOf.length; label++) {
            positivesWanted[label][part] -= positivesOf[label][patient];
            positivesLeft[label] -= positivesOf[label][patient];
        }
    }

    /** Patients in random order, those with many rows first: the later, smaller ones even out what these have upset. */
    private int[] shuffledBySize() {
        Integer[] patients = new Integer[rowsOf.length];
        for (int i = 0; i < patients.length; i++) {
            int j = random.nextInt(i + 1);
            patients[i] = patients[j];
            patients[j] = i;
        }
        Arrays.sort(patients, (a, b) -> Integer.compare(rowsOf[b], rowsOf[a]));
        return Arrays.stream(patients).mapToInt(Integer::intValue).toArray();
    }
}
