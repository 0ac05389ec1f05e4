package org.physioclr.knime.nodes.bridge;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.core.run.Progress;
import org.physioclr.knime.nodes.cell.EcgValue;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.MatrixWriter;
import org.physioclr.torch.protocol.RecordReference;

/**
 * A table of ECGs in the files that the learning process reads: where each signal lies, and columns of numbers beside
 * them. A row without an ECG is left out, so that the n-th record is the n-th row that has one.
 */
public final class WorkerTable {

    /** Takes a cell's number as it is. */
    public static final Numbers CELLS = (row, index, column) -> Cells.number(row.getCell(index));

    private final BufferedDataTable table;
    private final int ecg;
    private final int patient;
    private final int record;
    private final RowTally missing = new RowTally();

    /**
     * A table.
     *
     * @param ecg the place of the ECG column. Whose an ECG is and what record it is of, the columns {@code Patient} and
     *     {@code Record} say; without them what the ECG was read with
     */
    public WorkerTable(BufferedDataTable table, int ecg) {
        this.table = table;
        this.ecg = ecg;
        patient = table.getDataTableSpec().findColumnIndex(EcgTable.PATIENT);
        record = table.getDataTableSpec().findColumnIndex(EcgTable.RECORD);
    }

    /** Reads the number in a row's cell, NaN if it is missing. */
    @FunctionalInterface
    public interface Numbers {
        double number(DataRow row, int index, String column);
    }

    /**
     * A matrix to be written.
     *
     * @param file to make
     * @param name of the matrix in the file
     * @param columns of the table
     * @param numbers reads their cells
     */
    public record Matrix(Path file, String name, List<String> columns, Numbers numbers) {

        private double[] row(DataRow row, DataTableSpec spec) {
            return columns.stream().mapToDouble(column -> numbers.number(row, spec.findColumnIndex(column), column))
                .toArray();
        }
    }

    /**
     * Writes the records and matrices of numbers beside them, NaN where missing.
     *
     * @param records the JSON Lines file to make
     * @throws IllegalArgumentException if no row has an ECG
     */
    public void write(Path records, Progress progress, Matrix... matrices) throws IOException {
        MatrixWriter[] writers = new MatrixWriter[matrices.length];
        DataTableSpec spec = table.getDataTableSpec();
        long written = 0;
        try (BufferedWriter lines = Files.newBufferedWriter(records); CloseableRowIterator rows = table.iterator()) {
            for (int m = 0; m < matrices.length; m++) {
                writers[m] = new MatrixWriter(matrices[m].file(), matrices[m].name(), matrices[m].columns().size());
            }
            while (rows.hasNext()) {
                DataRow row = rows.next();
                if (row.getCell(ecg).isMissing()) {
                    missing.add(row.getKey().getString());
                    continue;
                }
                lines.write(Json.line(reference(row)));
                lines.write('\n');
                for (int m = 0; m < matrices.length; m++) {
                    writers[m].add(matrices[m].row(row, spec));
                }
                written++;
                progress.report((double) written / table.size(), "ECG " + written + " of " + table.size());
            }
        } finally {
            for (MatrixWriter writer : writers) {
                if (writer != null) {
                    writer.close();
                }
            }
        }
        if (written == 0) {
            throw new IllegalArgumentException("No row of the table has an ECG. Connect a table that has some.");
        }
    }

    private RecordReference reference(DataRow row) {
        RecordReference stored = ((EcgValue) row.getCell(ecg)).reference();
        return new RecordReference(stored.file(), stored.offset(), stored.dtype(), stored.leads(), stored.samples(),
            stored.rateHz(), patient(row), record(row));
    }

    /** Whose ECG a row is, empty if unknown. */
    public String patient(DataRow row) {
        if (patient >= 0) {
            return row.getCell(patient).isMissing() ? "" : row.getCell(patient).toString();
        }
        return isRecord(row) ? ((EcgValue) row.getCell(ecg)).reference().patient() : "";
    }

    /** The record that a row is (a window of); the row key if nothing else says so. */
    public String record(DataRow row) {
        if (record >= 0 && !row.getCell(record).isMissing()) {
            return row.getCell(record).toString();
        }
        return record < 0 && isRecord(row) ? ((EcgValue) row.getCell(ecg)).reference().record()
            : row.getKey().getString();
    }

    /** Whether a row is among the records. */
    public boolean isRecord(DataRow row) {
        return !row.getCell(ecg).isMissing();
    }

    /** The warning of rows without an ECG, if there were any. */
    public Optional<String> warning() {
        return missing.warning("row has no ECG and was left out", "rows have no ECG and were left out");
    }
}
