package org.physioclr.knime.nodes.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
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
    private final ReadingPlan plan;
    private final ExecutionContext context;
    private final Progress progress;
    private final RowTally rejections = new RowTally();
    private final RowTally strangers = new RowTally();
    private final FoundLabels found = new FoundLabels();

    EcgReading(EcgReaderParameters parameters, ExecutionContext context, Progress progress) {
        this.parameters = parameters;
        this.plan = new ReadingPlan(parameters);
        this.context = context;
        this.progress = progress;
    }

    void run(Path source, ExecuteOutput output) throws IOException, CanceledExecutionException,
        InvalidSettingsException {
        plan.requireFile(source);
        ReaderOptions options = plan.toOptions(source);
        List<String> labels = options.knownLabels();
        boolean labelsFollow =
            options.labelSource() instanceof LabelSource.Header && options.labelScheme() == LabelScheme.ALL_FOUND;
        BufferedDataContainer ecgs = context.createDataContainer(plan.spec(labels));
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
        BufferedDataTable table = labelsFollow ? found.appendTo(ecgs.getTable(), context) : ecgs.getTable();
        output.setOutData(table, rejected.getTable());
        warn(output);
    }

    /** A chosen file stands for the folder that it lies in. */
    private static Path folder(Path source) {
        return Files.isDirectory(source) ? source : source.toAbsolutePath().getParent();
    }

    private void add(ReadResult.Accepted accepted, List<String> labels, EcgCellWriter cells,
        BufferedDataContainer table) throws IOException {
        String patient = parameters.patientSource.of(accepted);
        if (patient.isEmpty()) {
            strangers.add(accepted.record());
        }
        found.add(accepted.diagnoses());
        for (ReadResult.Part part : accepted.parts()) {
            EcgRecord ecg = new EcgRecord(accepted.record(), patient, part.ecg().rateHz(), part.ecg().leads(),
                part.ecg().samplesMv());
            table.addRowToTable(EcgTable.row(part.key(), cells.write(ecg), ecg,
                new EcgTable.About(part.startSeconds(), accepted.patient().ageYears(), accepted.patient().sex().text(),
                    part.leads(), part.quality(), accepted.stated(), accepted.diagnoses()),
                integers(accepted, labels)));
        }
    }

    private List<OptionalInt> integers(ReadResult.Accepted accepted, List<String> labels) {
        Stream<OptionalInt> fold = plan.hasFolds() ? Stream.of(accepted.fold()) : Stream.empty();
        return Stream.concat(fold, labels.stream().map(accepted.labels()::value)).toList();
    }

    private void add(ReadResult.Rejected refused, BufferedDataContainer table) {
        table.addRowToTable(new DefaultRow("Row" + rejections.count(), Cells.of(refused.file().toString()),
            Cells.of(refused.format()), Cells.of(refused.reason())));
        rejections.add(refused.file().getFileName().toString());
    }

    private void requireAny(BufferedDataTable table, Path source, String firstReason) {
        if (table.size() == 0) {
            long count = rejections.count();
            throw new IllegalArgumentException(count == 0
                ? "There are no ECGs in " + source + ". Choose a folder that has some, or include subfolders."
                : count == 1 ? firstReason
                    : "None of the " + count + " files in " + source + " could be read. The first: " + firstReason);
        }
    }

    private void warn(ExecuteOutput output) {
        List<String> warnings = new ArrayList<>();
        rejections.warning("file was rejected, see the second output", "files were rejected, see the second output")
            .ifPresent(warnings::add);
        strangers.warning("record has no known patient and counts as a patient of its own",
            "records have no known patient and count as patients of their own").ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            output.setWarningMessage(String.join("\n", warnings));
        }
    }
}
