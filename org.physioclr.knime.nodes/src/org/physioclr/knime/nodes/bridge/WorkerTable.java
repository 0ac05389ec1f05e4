package org.physioclr.knime.nodes.bridge;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataCell;
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

    /** A matrix to be written: its name, which is also the name in the file, and the columns that it has. */
    public record Matrix(Path file, String name, List<String> columns) {
    }

    /**
     * Writes the records and matrices of numbers beside them, NaN where missing.
     *
     * @param records the JSON Lines file to make
     * @throws IllegalArgumentException if no row has an ECG
     */
    public void write(Path records, Progress progress, Matrix... matrices) throws IOException {
        MatrixWriter[] writers = new MatrixWriter[matrices.length];
        int[][] columns = new int[matrices.length][];
        DataTableSpec spec = table.getDataTableSpec();
        long written = 0;
        try (BufferedWriter lines = Files.newBufferedWriter(records); CloseableRowIterator rows = table.iterator()) {
            for (int m = 0; m < matrices.length; m++) {
                writers[m] = new MatrixWriter(matrices[m].file(), matrices[m].name(), matrices[m].columns().size());
                columns[m] = matrices[m].columns().stream().mapToInt(spec::findColumnIndex).toArray();
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
                    writers[m].add(Arrays.stream(columns[m]).mapToDouble(i -> Cells.number(row.getCell(i))).toArray());
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
            stored.rateHz(), patient < 0 ? stored.patient() : text(row.getCell(patient)),
            record < 0 || row.getCell(record).isMissing() ? stored.record() : text(row.getCell(record)));
    }

    private static String text(DataCell cell) {
        return cell.isMissing() ? "" : cell.toString();
    }

    /** Whether a row is among the records. */
    public boolean isRecord(DataRow row) {
        return !row.getCell(ecg).isMissing();
    }

    /** The warning of rows without an ECG, if there were any. */
    public Optional<String> warning() {
        return missing.warning("rows have no ECG and were left out");
    }
}
