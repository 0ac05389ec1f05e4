package org.physioclr.knime.nodes.partitioner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.split.PatientSplit;
import org.physioclr.core.split.Patients;
import org.physioclr.knime.nodes.bridge.LabelColumns;
import org.physioclr.knime.nodes.bridge.RowTally;

/** One run of the ECG Partitioner: reads patients and labels, divides, and hands each row to its side. */
final class Partitioning {

    private static final String[] SIDES = {"training", "test"};

    private final EcgPartitionerParameters parameters;
    private final BufferedDataTable table;
    private final Progress progress;
    private final List<String> labels;
    private final Optional<FixedFolds> folds;
    private final RowTally strangers = new RowTally();

    Partitioning(EcgPartitionerParameters parameters, BufferedDataTable table, Progress progress)
        throws InvalidSettingsException {
        this.parameters = parameters;
        this.table = table;
        this.progress = progress;
        labels = parameters.labels(table.getDataTableSpec());
        folds = parameters.folds(table.getDataTableSpec());
    }

    void run(ExecutionContext context, ExecuteOutput output) throws InvalidSettingsException {
        int rows = Math.toIntExact(table.size());
        byte[][] truth = new byte[labels.size()][rows];
        Patients patients = Patients.of(read(truth));
        if (patients.count() < 2) {
            throw new IllegalArgumentException(rows == 0 ? "The table has no rows. Connect a table of ECGs."
                : "The table has ECGs of 1 patient; both sides need one at least. Choose another patient column or add "
                    + "ECGs.");
        }
        int[] side = folds.isPresent() ? folds.get().sides() : divide(patients, truth);
        deal(side, context, output);
        warnings(side, truth).ifPresent(output::setWarningMessage);
    }

    private int[] divide(Patients patients, byte[][] truth) {
        int[] side = PatientSplit.divide(patients, truth, parameters.shares(), new Seed(parameters.seed));
        requireBoth(side, patients.count());
        return side;
    }

    /** Whose the rows are; fills in the labels on the way. */
    private List<String> read(byte[][] truth) throws InvalidSettingsException {
        DataTableSpec spec = table.getDataTableSpec();
        int patientIndex = parameters.patientIndex(spec);
        int[] labelIndices = labels.stream().mapToInt(spec::findColumnIndex).toArray();
        List<String> patients = new ArrayList<>(truth.length == 0 ? 0 : truth[0].length);
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                DataCell cell = row.getCell(patientIndex);
                String patient = cell.isMissing() ? "" : cell.toString();
                if (patient.isEmpty()) {
                    strangers.add(row.getKey().getString());
                }
                folds.ifPresent(fixed -> fixed.add(row, patient));
                for (int label = 0; label < truth.length; label++) {
                    truth[label][patients.size()] = LabelColumns.value(row, labelIndices[label], labels.get(label));
                }
                patients.add(patient);
                progress.report(0.5 * patients.size() / table.size(), "Reading row " + patients.size());
            }
        }
        return patients;
    }

    /** A side without rows would only fail later, where nobody can tell why. */
    private static void requireBoth(int[] side, int patients) {
        for (int s = 0; s < SIDES.length; s++) {
            int wanted = s;
            if (Arrays.stream(side).noneMatch(given -> given == wanted)) {
                throw new IllegalArgumentException("Nobody is left for the " + SIDES[s]
                    + " side, as the table has ECGs of " + patients
                    + " patients only. Choose a training share nearer to 50 %, or add ECGs.");
            }
        }
    }

    private void deal(int[] side, ExecutionContext context, ExecuteOutput output) {
        BufferedDataContainer[] containers = new BufferedDataContainer[SIDES.length];
        Arrays.setAll(containers, i -> context.createDataContainer(table.getDataTableSpec()));
        int number = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                containers[side[number]].addRowToTable(rows.next());
                number++;
                progress.report(0.5 + 0.5 * number / side.length, "Writing row " + number);
            }
        }
        for (int i = 0; i < containers.length; i++) {
            containers[i].close();
            output.setOutData(i, containers[i].getTable());
        }
    }

    private Optional<String> warnings(int[] side, byte[][] truth) {
        List<String> warnings = new ArrayList<>();
        strangers.warning("row has no patient and counts as a patient of its own",
            "rows have no patient and count as patients of their own").ifPresent(warnings::add);
        for (int s = 0; s < SIDES.length; s++) {
            RowTally absent = new RowTally();
            for (int label = 0; label < truth.length; label++) {
                if (!isThere(truth[label], side, s)) {
                    absent.add(labels.get(label));
                }
            }
            String where = " no positive ECG on the " + SIDES[s] + " side";
            absent.warning("label has" + where, "labels have" + where).ifPresent(warnings::add);
        }
        return warnings.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", warnings));
    }

    private static boolean isThere(byte[] truth, int[] side, int wanted) {
        for (int row = 0; row < truth.length; row++) {
            if (side[row] == wanted && truth[row] == 1) {
                return true;
            }
        }
        return false;
    }
}
