package org.physioclr.knime.nodes.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.LabelColumns;
import org.physioclr.knime.nodes.bridge.WorkerTable;
import org.physioclr.torch.protocol.MatrixReader;
import org.physioclr.torch.protocol.WorkerRequest.Block;

/**
 * The table of predictions, in KNIME's own naming, so that KNIME's ROC Curve and Scorer nodes work on it unchanged: the
 * truth is the nominal class "0" or "1".
 */
final class Predictions {

    private static final DataCell NO = new StringCell("0");
    private static final DataCell YES = new StringCell("1");

    private final BufferedDataTable test;
    private final WorkerTable ecgs;
    private final List<String> labels;
    private final int[] labelIndices;

    Predictions(BufferedDataTable test, WorkerTable ecgs, List<String> labels) {
        this.test = test;
        this.ecgs = ecgs;
        this.labels = labels;
        DataTableSpec spec = test.getDataTableSpec();
        labelIndices = labels.stream().mapToInt(spec::findColumnIndex).toArray();
    }

    /** The columns that come before those of the labels. */
    private static final List<DataColumnSpec> FIXED = List.of(EcgTable.column(EcgTable.PATIENT, StringCell.TYPE),
        EcgTable.column(EcgTable.RECORD, StringCell.TYPE), EcgTable.column("Encoder", StringCell.TYPE),
        EcgTable.column("Label fraction [%]", DoubleCell.TYPE), EcgTable.column("Draw", IntCell.TYPE));

    /** Whether the predictions have a column of this name, whatever the labels. */
    static boolean isTaken(String label) {
        return FIXED.stream().anyMatch(column -> column.getName().equals(label));
    }

    static DataTableSpec spec(List<String> labels) {
        List<DataColumnSpec> columns = new ArrayList<>(FIXED);
        for (String label : labels) {
            columns.add(outcome(label));
            columns.add(outcome("Prediction (" + label + ")"));
            columns.add(EcgTable.column("P (" + label + "=1)", DoubleCell.TYPE));
            columns.add(EcgTable.column("Threshold (" + label + ")", DoubleCell.TYPE));
        }
        return new DataTableSpecCreator().addColumns(columns.toArray(DataColumnSpec[]::new)).createSpec();
    }

    private static DataColumnSpec outcome(String name) {
        DataColumnSpecCreator creator = new DataColumnSpecCreator(name, StringCell.TYPE);
        // values, as an array: two cells would be bounds
        creator.setDomain(new DataColumnDomainCreator(new DataCell[] {NO, YES}).createDomain());
        return creator.createSpec();
    }

    /**
     * Adds the rows of a block.
     *
     * @param named whether the row keys name the block, as they must if there are several
     * @param probabilities [test ECG, label], NaN where there is no prediction
     */
    void add(Block block, boolean named, MatrixReader probabilities, BufferedDataContainer container)
        throws IOException {
        String suffix = named ? String.format(Locale.ROOT, "|%s|%s|%d", block.encoder(),
            new DoubleCell(block.fractionPercent()), block.draw()) : "";
        float[] none = new float[labels.size()];
        Arrays.fill(none, Float.NaN);
        int ecg = 0;
        try (CloseableRowIterator rows = test.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                float[] probability = ecgs.isRecord(row) ? probabilities.row(ecg++) : none;
                container.addRowToTable(new DefaultRow(row.getKey().getString() + suffix,
                    cells(row, block, probability)));
            }
        }
    }

    private List<DataCell> cells(DataRow row, Block block, float[] probability) {
        List<DataCell> cells = new ArrayList<>(List.of(
            Cells.of(ecgs.patient(row)), new StringCell(ecgs.record(row)),
            new StringCell(block.encoder()), new DoubleCell(block.fractionPercent()), new IntCell(block.draw())));
        for (int label = 0; label < labels.size(); label++) {
            int truth = LabelColumns.value(row, labelIndices[label], labels.get(label));
            double threshold = block.fits().get(label).threshold();
            cells.add(truth < 0 ? Cells.missing("nobody has judged it") : truth == 1 ? YES : NO);
            cells.add(Float.isNaN(probability[label]) ? Cells.missing("no prediction")
                : probability[label] >= threshold ? YES : NO);
            cells.add(Cells.of(probability[label]));
            cells.add(Cells.of(threshold));
        }
        return cells;
    }
}
