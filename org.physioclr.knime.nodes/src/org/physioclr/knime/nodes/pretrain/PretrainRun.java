package org.physioclr.knime.nodes.pretrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.core.run.Progress;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.NodePage;
import org.physioclr.knime.nodes.bridge.OptionalPort;
import org.physioclr.knime.nodes.bridge.WorkerLocation;
import org.physioclr.knime.nodes.bridge.WorkerTable;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.knime.nodes.port.RecipePortObject;
import org.physioclr.torch.protocol.EpochMetrics;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerRequest.Pretrain;
import org.physioclr.torch.protocol.WorkerRequest.PretrainResult;

/** One run of PhysioCLR Pretrain: the table goes to the learning process, an encoder and its curve come back. */
final class PretrainRun {

    private static final double WRITTEN = 0.03;

    private final PretrainParameters parameters;
    private final ExecuteInput input;
    private final Progress progress;

    PretrainRun(ExecuteInput input, Progress progress) {
        this.parameters = input.getParameters();
        this.input = input;
        this.progress = progress;
    }

    void run(ExecuteOutput output) throws IOException, InvalidSettingsException {
        try (WorkerClient worker = WorkerLocation.client()) {
            BufferedDataTable table = input.getInTable(0);
            WorkerTable ecgs =
                new WorkerTable(table, EcgColumns.indexIn(table.getDataTableSpec(), parameters.ecgColumn));
            Pretrain request = request(worker, table, ecgs);
            PretrainResult result =
                worker.run(request, parameters.machine.toMachine(), progress.child(WRITTEN, 1));
            output.setOutData(0, EncoderPortObject.of(Path.of(result.encoder()), input.getExecutionContext()));
            output.setOutData(1, curve(result.curve()));
            NodePage.keep(input.getExecutionContext(), output, Map.of("rows", result.curve()));
            List<String> warnings = new ArrayList<>(ecgs.warning().stream().toList());
            warnings.addAll(result.warnings());
            if (!warnings.isEmpty()) {
                output.setWarningMessage(String.join("\n", warnings));
            }
        }
    }

    private Pretrain request(WorkerClient worker, BufferedDataTable table, WorkerTable ecgs) throws IOException {
        List<String> features = parameters.toOptions().usesFeatures()
            ? FeatureLayout.among(EcgTable.names(table.getDataTableSpec())).orElseThrow().names() : List.of();
        Path records = worker.file("records.jsonl");
        Path matrix = worker.file("features.safetensors");
        WorkerTable.Matrix[] matrices = features.isEmpty() ? new WorkerTable.Matrix[0]
            : new WorkerTable.Matrix[] {new WorkerTable.Matrix(matrix, "features", features, WorkerTable.CELLS)};
        ecgs.write(records, progress.child(0, WRITTEN), matrices);
        String recipe = OptionalPort.find(input.getInPortObjects(), RecipePortObject.class)
            .map(RecipePortObject::recipe).map(AugmentationRecipe::toText).orElse("");
        String initial = null;
        EncoderPortObject encoder =
            OptionalPort.find(input.getInPortObjects(), EncoderPortObject.class).orElse(null);
        if (encoder != null) {
            Path file = worker.file("initial.safetensors");
            encoder.writeTo(file, false);
            initial = file.toString();
        }
        return new Pretrain(parameters.toOptions(), parameters.machine.device(), records.toString(),
            features.isEmpty() ? null : matrix.toString(), features, recipe, initial,
            parameters.checkpoints.toCheckpoints(),
            worker.file("encoder.safetensors").toString());
    }

    private BufferedDataTable curve(List<EpochMetrics> epochs) {
        BufferedDataContainer rows = input.getExecutionContext().createDataContainer(PretrainFactory.CURVE);
        for (EpochMetrics epoch : epochs) {
            rows.addRowToTable(new DefaultRow("Epoch " + epoch.epoch(), new IntCell(epoch.epoch()),
                new IntCell(epoch.step()), Cells.of(epoch.loss()), Cells.of(epoch.contrastive()),
                Cells.of(epoch.reconstruction()), Cells.of(epoch.peaks()), Cells.of(epoch.validationLoss()),
                Cells.of(epoch.learningRate()), Cells.of(epoch.positivesPerAnchor())));
        }
        rows.close();
        return rows.getTable();
    }
}
