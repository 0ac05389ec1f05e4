package org.physioclr.knime.nodes.augmenter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.beat.RPeakDetector;
import org.physioclr.core.run.OrderedPool;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.MissingSamples;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.RowTally;
import org.physioclr.knime.nodes.cell.EcgCellWriter;
import org.physioclr.knime.nodes.cell.EcgValue;
import org.physioclr.knime.nodes.port.RecipePortObject;
import org.physioclr.knime.nodes.port.RecipePortObjectSpec;

/** One run of the ECG Augmenter, on all cores; what a row draws depends on its key and the seed alone. */
final class Augmenting {

    private final EcgAugmenterParameters parameters;
    private final AugmentationRecipe recipe;
    private final BufferedDataTable table;
    private final Progress progress;
    private final int ecgIndex;
    private final EcgCellWriter cells;
    private final BufferedDataContainer augmented;
    private final CopyKeys keys;
    private final RowTally missing = new RowTally();
    private long done;

    private record Copies(DataRow row, List<EcgRecord> ecgs) {
    }

    Augmenting(EcgAugmenterParameters parameters, BufferedDataTable table, ExecutionContext context, Progress progress)
        throws InvalidSettingsException {
        this.parameters = parameters;
        this.table = table;
        this.progress = progress;
        recipe = parameters.toRecipe();
        ecgIndex = EcgColumns.indexIn(table.getDataTableSpec(), parameters.ecgColumn);
        cells = new EcgCellWriter(context);
        keys = CopyKeys.of(table, progress);
        augmented = context.createDataContainer(table.getDataTableSpec());
    }

    void run(ExecuteOutput output) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (cells; CloseableRowIterator rows = table.iterator();
            OrderedPool<Copies> pool = new OrderedPool<>(cores, 4 * cores, this::add)) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                pool.submit(() -> copies(row));
            }
            pool.finish();
        }
        augmented.close();
        output.setOutData(0, augmented.getTable());
        output.setOutData(1, new RecipePortObject(new RecipePortObjectSpec(recipe)));
        missing.warning("row has no ECG and stays as it is", "rows have no ECG and stay as they are")
            .ifPresent(output::setWarningMessage);
    }

    private Copies copies(DataRow row) {
        if (row.getCell(ecgIndex).isMissing()) {
            return new Copies(row, List.of());
        }
        EcgRecord ecg = ((EcgValue) row.getCell(ecgIndex)).ecg();
        int[] rPeaks = RPeakDetector.detect(ecg.withSamples(MissingSamples.bridgeShortGaps(ecg).samplesMv()));
        Seed seed = new Seed(parameters.seed).child(row.getKey().getString());
        List<EcgRecord> copies = new ArrayList<>();
        for (int copy = 0; copy < parameters.copies; copy++) {
            copies.add(recipe.apply(ecg, rPeaks, seed.child(copy).generator()));
        }
        return new Copies(row, copies);
    }

    private void add(Copies copies) throws IOException {
        DataRow row = copies.row();
        if (copies.ecgs().isEmpty()) {
            missing.add(row.getKey().getString());
        }
        if (parameters.keepOriginals || copies.ecgs().isEmpty()) {
            augmented.addRowToTable(row);
        }
        for (int copy = 0; copy < copies.ecgs().size(); copy++) {
            List<DataCell> values = new ArrayList<>(row.getNumCells());
            row.forEach(values::add);
            values.set(ecgIndex, cells.write(copies.ecgs().get(copy)));
            augmented.addRowToTable(new DefaultRow(keys.of(row.getKey().getString(), copy + 1), values));
        }
        done++;
        progress.report((double) done / table.size(), "ECG " + done + " of " + table.size());
    }
}
