package org.physioclr.knime.nodes.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.physioclr.core.label.LabelScheme;
import org.physioclr.core.read.EcgSource;
import org.physioclr.core.read.LabelSource;
import org.physioclr.core.read.ReadResult;
import org.physioclr.core.read.ReaderOptions;
import org.physioclr.core.run.Progress;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.ChosenPath;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.OptionalPort;
import org.physioclr.knime.nodes.bridge.RowTally;
import org.physioclr.knime.nodes.cell.EcgCellWriter;

/** One run of the ECG Reader: files in, two tables out, a few records in memory at a time. */
final class EcgReading {

    private final EcgReaderParameters parameters;
    private final ReadingPlan plan;
    private final Optional<BufferedDataTable> list;
    private final ExecutionContext context;
    private final Progress progress;
    private final RowTally rejections = new RowTally();
    private final RowTally strangers = new RowTally();
    private final RowTally unnamed = new RowTally();
    private final FoundLabels found = new FoundLabels();

    EcgReading(ExecuteInput input, Progress progress) {
        this.parameters = input.getParameters();
        this.plan = new ReadingPlan(parameters);
        this.list = OptionalPort.find(input.getInPortObjects(), BufferedDataTable.class);
        this.context = input.getExecutionContext();
        this.progress = progress;
    }

    void run(ExecuteOutput output) throws IOException, CanceledExecutionException, InvalidSettingsException {
        if (list.isPresent() && parameters.source.isEmpty()) {
            readListed(Optional.empty(), output);
            return;
        }
        try (ChosenPath source = parameters.source.open()) {
            Path path = source.path();
            if (list.isPresent()) {
                readListed(Optional.of(folder(path)), output);
                return;
            }
            plan.requireFile(path);
            ReaderOptions options = plan.toOptions(path);
            read(path, options, parameters.source.isWholeFolder()
                ? EcgSource.open(folder(path), parameters.recursive, options, progress)
                : EcgSource.open(List.of(path), path.toAbsolutePath().getParent(), options, progress), output);
        }
    }

    private void readListed(Optional<Path> folder, ExecuteOutput output) throws IOException,
        CanceledExecutionException, InvalidSettingsException {
        BufferedDataTable table = list.orElseThrow();
        ListedFiles listed = ListedFiles.of(table, plan.pathColumn(table.getDataTableSpec()), folder, unnamed);
        ReaderOptions options = plan.toOptions(folder.orElse(listed.root()));
        read(listed.root(), options, EcgSource.open(listed.files(), listed.root(), options, progress), output);
    }

    private void read(Path source, ReaderOptions options, EcgSource files, ExecuteOutput output) throws IOException,
        CanceledExecutionException {
        List<String> labels = options.knownLabels();
        boolean labelsFollow =
            options.labelSource() instanceof LabelSource.Header && options.labelScheme() == LabelScheme.ALL_FOUND;
        String firstReason = null;
        BufferedDataContainer ecgs;
        BufferedDataContainer rejected = context.createDataContainer(EcgReaderFactory.REJECTED);
        try (EcgSource results = files; EcgCellWriter cells = new EcgCellWriter(context)) {
            ecgs = context.createDataContainer(plan.spec(labels));
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
        unnamed.warning("row names no file", "rows name no file").ifPresent(warnings::add);
        rejections.warning("file was rejected, see the second output", "files were rejected, see the second output")
            .ifPresent(warnings::add);
        strangers.warning("record has no known patient and counts as a patient of its own",
            "records have no known patient and count as patients of their own").ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            output.setWarningMessage(String.join("\n", warnings));
        }
    }
}
