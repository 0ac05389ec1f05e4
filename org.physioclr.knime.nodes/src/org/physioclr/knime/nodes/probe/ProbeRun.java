package org.physioclr.knime.nodes.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.core.run.Progress;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.LabelColumns;
import org.physioclr.knime.nodes.bridge.RowTally;
import org.physioclr.knime.nodes.bridge.WorkerLocation;
import org.physioclr.knime.nodes.bridge.WorkerTable;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.torch.protocol.MatrixReader;
import org.physioclr.torch.protocol.ProbeOptions;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerRequest;
import org.physioclr.torch.protocol.WorkerRequest.Block;
import org.physioclr.torch.protocol.WorkerRequest.Fit;
import org.physioclr.torch.protocol.WorkerRequest.Probe;
import org.physioclr.torch.protocol.WorkerRequest.ProbeResult;

/** One run of the Linear Probe. */
final class ProbeRun {

    private final LinearProbeParameters parameters;
    private final ExecuteInput input;
    private final Progress progress;
    private final List<String> labels;
    private final Optional<FeatureLayout> features;
    private final List<String> warnings = new ArrayList<>();

    ProbeRun(ExecuteInput input, Progress progress) throws InvalidSettingsException {
        this.parameters = input.getParameters();
        this.input = input;
        this.progress = progress;
        DataTableSpec training = input.getInTable(1).getDataTableSpec();
        DataTableSpec test = input.getInTable(2).getDataTableSpec();
        labels = parameters.labels(training, test);
        features = parameters.physiologyFeatures ? FeatureLayout.among(EcgTable.names(training))
            .filter(layout -> EcgTable.names(test).containsAll(layout.names())) : Optional.empty();
    }

    void run(ExecuteOutput output) throws IOException, InvalidSettingsException {
        ProbeOptions options = parameters.toOptions(features.isPresent());
        if (parameters.physiologyFeatures && features.isEmpty()) {
            warnings.add("The physiology features are not compared, as a table has no feature columns. Put the "
                + "Physiology Features node before both inputs.");
        }
        WorkerTable training = table(1);
        WorkerTable test = table(2);
        EncoderPortObject encoder = input.getInPortObject(0);
        try (WorkerClient worker = WorkerLocation.client()) {
            Path weights = worker.file("encoder.safetensors");
            Path predictions = worker.file("predictions.safetensors");
            encoder.writeTo(weights, false);
            ProbeResult result = worker.run(
                new Probe(weights.toString(), parameters.machine.device(), options, labels,
                    side("training", training, worker, progress.child(0, 0.03)),
                    side("test", test, worker, progress.child(0.03, 0.05)), predictions.toString()),
                parameters.machine.toMachine(), progress.child(0.05, 0.95));
            output.setOutData(0, predictions(test, result.blocks(), predictions));
            output.setOutData(1, report(result.blocks()));
            warn(training, test, result, output);
        }
    }

    private WorkerTable table(int port) throws InvalidSettingsException {
        BufferedDataTable table = input.getInTable(port);
        return new WorkerTable(table, EcgColumns.indexIn(table.getDataTableSpec(), ""));
    }

    private WorkerRequest.Side side(String name, WorkerTable table, WorkerClient worker, Progress part)
        throws IOException {
        Path records = worker.file(name + ".jsonl");
        List<WorkerTable.Matrix> matrices = new ArrayList<>(
            List.of(new WorkerTable.Matrix(worker.file(name + "-labels.safetensors"), "labels", labels,
                LabelColumns::number)));
        features.ifPresent(layout -> matrices.add(
            new WorkerTable.Matrix(worker.file(name + "-features.safetensors"), "features",
                layout.names(), WorkerTable.CELLS)));
        table.write(records, part, matrices.toArray(WorkerTable.Matrix[]::new));
        return new WorkerRequest.Side(records.toString(), matrices.get(0).file().toString(),
            features.isPresent() ? matrices.get(1).file().toString() : null);
    }

    private BufferedDataTable predictions(WorkerTable test, List<Block> blocks, Path file) throws IOException {
        BufferedDataContainer container =
            input.getExecutionContext().createDataContainer(Predictions.spec(labels));
        Predictions predictions = new Predictions(input.getInTable(2), test, labels);
        for (int k = 0; k < blocks.size(); k++) {
            progress.report(0.95 + 0.05 * k / blocks.size(), "Writing block " + (k + 1) + " of " + blocks.size());
            try (MatrixReader probabilities = new MatrixReader(file, "block-" + k)) {
                predictions.add(blocks.get(k), blocks.size() > 1, probabilities, container);
            }
        }
        container.close();
        return container.getTable();
    }

    private BufferedDataTable report(List<Block> blocks) {
        BufferedDataContainer container = input.getExecutionContext().createDataContainer(LinearProbeFactory.REPORT);
        for (Block block : blocks) {
            for (Fit fit : block.fits()) {
                container.addRowToTable(new DefaultRow("Row" + container.size(), new StringCell(block.encoder()),
                    new DoubleCell(block.fractionPercent()), new IntCell(block.draw()), new StringCell(fit.label()),
                    new IntCell(fit.rows()), new IntCell(fit.positives()), Cells.of(fit.c()),
                    Cells.of(fit.threshold()), new StringCell(fit.reason())));
            }
        }
        container.close();
        return container.getTable();
    }

    private void warn(WorkerTable training, WorkerTable test, ProbeResult result, ExecuteOutput output) {
        training.warning().ifPresent(warning -> warnings.add("Training: " + warning));
        test.warning().ifPresent(warning -> warnings.add("Test: " + warning));
        warnings.addAll(result.warnings());
        RowTally unfitted = new RowTally();
        result.blocks().stream().flatMap(block -> block.fits().stream()).filter(fit -> !fit.reason().isEmpty())
            .map(Fit::label).distinct().forEach(unfitted::add);
        unfitted.warning("label could not be fitted everywhere, see the report",
            "labels could not be fitted everywhere, see the report").ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            output.setWarningMessage(String.join("\n", warnings));
        }
    }
}
