package org.physioclr.knime.nodes.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.core.feature.PhysiologyFeatures;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.RowTally;
import org.physioclr.knime.nodes.cell.EcgValue;

/** Computes the columns that Physiology Features adds, on all cores. */
final class FeatureColumns extends AbstractCellFactory {

    static final String QUALITY = "Physiology quality";
    static final String R_PEAKS = "R peaks [s]";

    private final int ecgColumn;
    private final FeatureLayout layout;
    private final boolean rPeaks;
    private final RowTally withoutEcg = new RowTally();
    private final RowTally withoutBeat = new RowTally();

    private FeatureColumns(int ecgColumn, FeatureLayout layout, boolean rPeaks) {
        super(true, columns(layout, rPeaks));
        this.ecgColumn = ecgColumn;
        this.layout = layout;
        this.rPeaks = rPeaks;
    }

    /**
     * The columns for a table.
     *
     * @throws InvalidSettingsException if the table has no such ECG column, or already has one of the new columns
     */
    static FeatureColumns in(DataTableSpec spec, PhysiologyFeaturesParameters parameters)
        throws InvalidSettingsException {
        FeatureColumns columns = new FeatureColumns(EcgColumns.indexIn(spec, parameters.ecgColumn),
            parameters.featureLayout(), parameters.rPeaks);
        for (DataColumnSpec column : columns.getColumnSpecs()) {
            if (spec.containsName(column.getName())) {
                throw new InvalidSettingsException("The input table already has a column \"" + column.getName()
                    + "\", which this node adds. Remove or rename it before, for example with a Column Filter.");
            }
        }
        return columns;
    }

    private static DataColumnSpec[] columns(FeatureLayout layout, boolean rPeaks) {
        List<DataColumnSpec> columns = new ArrayList<>();
        layout.names().forEach(name -> columns.add(EcgTable.column(name, DoubleCell.TYPE)));
        columns.add(EcgTable.column(QUALITY, StringCell.TYPE));
        if (rPeaks) {
            columns.add(EcgTable.column(R_PEAKS, ListCell.getCollectionType(DoubleCell.TYPE)));
        }
        return columns.toArray(DataColumnSpec[]::new);
    }

    int ecgColumn() {
        return ecgColumn;
    }

    ColumnRearranger rearranger(DataTableSpec spec) {
        ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.append(this);
        return rearranger;
    }

    @Override
    public DataCell[] getCells(DataRow row, long rowIndex) {
        DataCell cell = row.getCell(ecgColumn);
        if (cell.isMissing()) {
            withoutEcg.add(rowIndex, row.getKey().getString());
            return Stream.generate(() -> Cells.missing("no ECG")).limit(getColumnSpecs().length)
                .toArray(DataCell[]::new);
        }
        EcgRecord ecg = ((EcgValue) cell).ecg();
        PhysiologyFeatures features = PhysiologyFeatures.compute(ecg, layout);
        if (features.rPeaks().length == 0) {
            withoutBeat.add(rowIndex, row.getKey().getString());
        }
        return cells(features, ecg.rateHz());
    }

    private DataCell[] cells(PhysiologyFeatures features, double rateHz) {
        List<DataCell> cells = new ArrayList<>();
        Arrays.stream(features.values()).mapToObj(Cells::of).forEach(cells::add);
        cells.add(new StringCell(features.quality()));
        if (rPeaks) {
            cells.add(CollectionCellFactory.createListCell(
                IntStream.of(features.rPeaks()).mapToObj(sample -> new DoubleCell(sample / rateHz)).toList()));
        }
        return cells.toArray(DataCell[]::new);
    }

    @Override
    public void setProgress(long done, long all, RowKey key, ExecutionMonitor monitor) {
        monitor.setProgress(done / (double) all, String.format(Locale.ROOT, "Measured %,d of %,d ECGs", done, all));
    }

    /** What happened to rows, once all are computed. */
    Optional<String> warning() {
        List<String> warnings = new ArrayList<>();
        withoutEcg.warning("row has no ECG and gets no features", "rows have no ECG and get no features")
            .ifPresent(warnings::add);
        String where = " no heartbeat, see the column " + QUALITY;
        withoutBeat.warning("ECG shows" + where, "ECGs show" + where).ifPresent(warnings::add);
        return warnings.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", warnings));
    }
}
