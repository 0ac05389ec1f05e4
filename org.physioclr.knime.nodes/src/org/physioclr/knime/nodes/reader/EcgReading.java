package org.physioclr.knime.nodes.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.physioclr.core.label.LabelScheme;
import org.physioclr.core.read.EcgSource;
import org.physioclr.core.read.LabelSource;
import org.physioclr.core.read.ReadResult;
import org.physioclr.core.read.ReaderOptions;
import org.physioclr.core.run.Progress;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.RowTally;
import org.physioclr.knime.nodes.cell.EcgCellWriter;

/** One run of the ECG Reader: files in, two tables out, a few records in memory at a time. */
final class EcgReading {

    private final EcgReaderParameters parameters;
    private final ExecutionContext context;
    private final Progress progress;
    private final RowTally rejections = new RowTally();
    private final RowTally strangers = new RowTally();
    private final Set<String> found = new TreeSet<>();

    EcgReading(EcgReaderParameters parameters, ExecutionContext context, Progress progress) {
        this.parameters = parameters;
        this.context = context;
        this.progress = progress;
    }

    void run(Path source, ExecuteOutput output) throws IOException, CanceledExecutionException {
        ReaderOptions options = parameters.toOptions(source);
        List<String> labels = options.knownLabels();
        boolean labelsFollow =
            options.labelSource() instanceof LabelSource.Header && options.labelScheme() == LabelScheme.ALL_FOUND;
        BufferedDataContainer ecgs = context.createDataContainer(EcgTable.spec(labels));
        BufferedDataContainer rejected = context.createDataContainer(EcgReaderFactory.REJECTED);
        String firstReason = null;
        try (EcgSource results = parameters.source.isWholeFolder()
            ? EcgSource.open(folder(source), parameters.recursive, options, progress)
            : EcgSource.open(List.of(source), source.toAbsolutePath().getParent(), options, progress);
            EcgCellWriter cells = new EcgCellWriter(context)) {
            while (results.hasNext()) {
                ReadResult result = results.next();
                if (result instanceof ReadResult.Accepted accepted) {
                    add(accepted, labels, cells, ecgs);
                } else if (result instanceof ReadResult.Rejected refused) {
                    firstReason = firstReason == null ? refused.reason() : firstReason;
                    add(refused, rejected);
                }
            }
        }
        ecgs.close();
        rejected.close();
        requireAny(ecgs.getTable(), source, firstReason);
        BufferedDataTable table = labelsFollow ? withLabels(ecgs.getTable()) : ecgs.getTable();
        output.setOutData(table, rejected.getTable());
        warn(output);
    }

    /** A chosen file stands for the folder that it lies in. */
    private static Path folder(Path source) {
        return Files.isDirectory(source) ? source : source.toAbsolutePath().getParent();
    }

    private void add(ReadResult.Accepted accepted, List<String> labels, EcgCellWriter cells,
        BufferedDataContainer table) throws IOException {
        String patient = parameters.patient(accepted);
        if (patient.isEmpty()) {
            strangers.add(accepted.record());
        }
        found.addAll(accepted.diagnoses());
        for (ReadResult.Part part : accepted.parts()) {
            EcgRecord ecg = new EcgRecord(accepted.record(), patient, part.ecg().rateHz(), part.ecg().leads(),
                part.ecg().samplesMv());
            table.addRowToTable(EcgTable.row(part.key(), cells.write(ecg), ecg,
                new EcgTable.About(part.startSeconds(), accepted.patient().ageYears(), accepted.patient().sex().text(),
                    part.leads(), part.quality(), accepted.stated(), accepted.diagnoses()),
                labels.stream().map(accepted.labels()::value).toList()));
        }
    }

    private void add(ReadResult.Rejected refused, BufferedDataContainer table) {
        table.addRowToTable(new DefaultRow("Row" + rejections.count(), Cells.of(refused.file().toString()),
            Cells.of(refused.format()), Cells.of(refused.reason())));
        rejections.add(refused.file().getFileName().toString());
    }

    private void requireAny(BufferedDataTable table, Path source, String firstReason) {
        if (table.size() == 0) {
            throw new IllegalArgumentException(rejections.count() == 0
                ? "There are no ECGs in " + source + ". Choose a folder that has some, or include subfolders."
                : "None of the " + rejections.count() + " files in " + source + " could be read. The first: "
                    + firstReason);
        }
    }

    private void warn(ExecuteOutput output) {
        List<String> warnings = new ArrayList<>();
        rejections.warning("files were rejected, see the second output").ifPresent(warnings::add);
        strangers.warning("records have no known patient and count as patients of their own").ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            output.setWarningMessage(String.join("\n", warnings));
        }
    }

    /** Adds a 0/1 column for every diagnosis that any record has. */
    private BufferedDataTable withLabels(BufferedDataTable table) throws CanceledExecutionException {
        int diagnoses = EcgTable.indexOf(table.getDataTableSpec(), "Diagnoses");
        String[] names = found.toArray(String[]::new);
        DataColumnSpec[] columns = found.stream().map(EcgTable::labelColumn).toArray(DataColumnSpec[]::new);
        ColumnRearranger rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.append(new AbstractCellFactory(columns) {
            @Override
            public DataCell[] getCells(DataRow row) {
                return labels(row.getCell(diagnoses), names);
            }
        });
        return context.createColumnRearrangeTable(table, rearranger, context.createSubProgress(0));
    }

    private static DataCell[] labels(DataCell diagnoses, String[] names) {
        Set<String> present = new TreeSet<>();
        if (!diagnoses.isMissing()) {
            ((CollectionDataValue) diagnoses).forEach(cell -> present.add(cell.toString()));
        }
        DataCell[] cells = new DataCell[names.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = diagnoses.isMissing() ? Cells.missing("nobody has stated diagnoses")
                : new IntCell(present.contains(names[i]) ? 1 : 0);
        }
        return cells;
    }
}
