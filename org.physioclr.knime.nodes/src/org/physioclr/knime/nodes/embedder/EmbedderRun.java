package org.physioclr.knime.nodes.embedder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.physioclr.core.run.Progress;
import org.physioclr.knime.nodes.bridge.Cells;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.WorkerLocation;
import org.physioclr.knime.nodes.bridge.WorkerTable;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.torch.protocol.MatrixReader;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerRequest.Embed;
import org.physioclr.torch.protocol.WorkerRequest.EmbedResult;

/** One run of the ECG Embedder. */
final class EmbedderRun {

    private final EcgEmbedderParameters parameters;
    private final ExecuteInput input;
    private final Progress progress;

    EmbedderRun(ExecuteInput input, Progress progress) {
        this.parameters = input.getParameters();
        this.input = input;
        this.progress = progress;
    }

    void run(ExecuteOutput output) throws IOException, InvalidSettingsException {
        BufferedDataTable table = input.getInTable(1);
        WorkerTable ecgs = new WorkerTable(table, EcgColumns.indexIn(table.getDataTableSpec(), parameters.ecgColumn));
        EncoderPortObject encoder = input.getInPortObject(0);
        try (WorkerClient worker = WorkerLocation.client()) {
            Path weights = worker.file("encoder.safetensors");
            Path records = worker.file("records.jsonl");
            Path embeddings = worker.file("embeddings.safetensors");
            encoder.writeTo(weights, false);
            ecgs.write(records, progress.child(0, 0.1));
            EmbedResult result = worker.run(new Embed(weights.toString(), parameters.machine.device(),
                records.toString(), embeddings.toString()), parameters.machine.toMachine(), progress.child(0.1, 0.9));
            try (MatrixReader matrix = new MatrixReader(embeddings, "embeddings")) {
                output.setOutData(0, joined(table, ecgs, matrix));
            }
            List<String> warnings = new ArrayList<>(ecgs.warning().stream().toList());
            warnings.addAll(result.warnings());
            if (!warnings.isEmpty()) {
                output.setWarningMessage(String.join("\n", warnings));
            }
        }
    }

    private BufferedDataTable joined(BufferedDataTable table, WorkerTable ecgs, MatrixReader embeddings)
        throws IOException, InvalidSettingsException {
        DataCell[] none = new DataCell[embeddings.columns()];
        Arrays.fill(none, Cells.missing("the row has no ECG"));
        BufferedDataContainer container = input.getExecutionContext().createDataContainer(
            EcgEmbedderFactory.spec(table.getDataTableSpec(), embeddings.columns()));
        int record = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                DataCell[] added = ecgs.isRecord(row) ? cells(embeddings.row(record++)) : none;
                List<DataCell> cells = new ArrayList<>(row.getNumCells() + added.length);
                row.forEach(cells::add);
                cells.addAll(List.of(added));
                container.addRowToTable(new DefaultRow(row.getKey(), cells));
                progress.report(0.9 + 0.1 * container.size() / table.size(), "Writing row " + container.size());
            }
        }
        container.close();
        return container.getTable();
    }

    private static DataCell[] cells(float[] numbers) {
        DataCell[] cells = new DataCell[numbers.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Cells.of(numbers[i]);
        }
        return cells;
    }
}
