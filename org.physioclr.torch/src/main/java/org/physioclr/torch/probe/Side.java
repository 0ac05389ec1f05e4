package org.physioclr.torch.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.physioclr.core.split.PatientSplit;
import org.physioclr.torch.data.PreparedRecords;
import org.physioclr.torch.protocol.MatrixReader;
import org.physioclr.torch.protocol.WorkerRequest;

/**
 * One side of a probe, read.
 *
 * @param people whose the rows are; a record of an unknown patient is a person of its own
 * @param usable whether there is a signal
 * @param labels {@code [label][row]}: 0, 1 or {@link PatientSplit#UNKNOWN}
 * @param features {@code [row][feature]}, NaN where missing; null if there are none
 */
record Side(List<String> people, boolean[] usable, byte[][] labels, double[][] features) {

    /**
     * Reads what belongs to prepared ECGs.
     *
     * @param labelCount how many labels there must be
     * @throws IOException if a matrix does not fit the ECGs
     */
    static Side read(WorkerRequest.Side side, PreparedRecords records, int labelCount) throws IOException {
        int rows = records.count();
        List<String> people = new ArrayList<>(rows);
        boolean[] usable = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            people.add(records.get(row).person());
            usable[row] = records.get(row).usable();
        }
        double[][] labels = MatrixReader.read(Path.of(side.labels()), "labels", rows);
        byte[][] truth = new byte[labelCount][rows];
        for (int row = 0; row < rows; row++) {
            if (labels[row].length != labelCount) {
                throw new IOException(side.labels() + " has " + labels[row].length + " labels, not " + labelCount);
            }
            for (int label = 0; label < labelCount; label++) {
                double value = labels[row][label];
                truth[label][row] = Double.isNaN(value) ? PatientSplit.UNKNOWN : (byte) (value > 0.5 ? 1 : 0);
            }
        }
        return new Side(people, usable, truth,
            side.features() == null ? null : MatrixReader.read(Path.of(side.features()), "features", rows));
    }
}
