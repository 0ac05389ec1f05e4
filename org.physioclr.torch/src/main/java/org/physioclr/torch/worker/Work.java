package org.physioclr.torch.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.physioclr.core.run.Progress;
import org.physioclr.torch.checkpoint.Checkpoint;
import org.physioclr.torch.data.PreparedRecords;
import org.physioclr.torch.device.Devices;
import org.physioclr.torch.encoder.Encoder;
import org.physioclr.torch.pretrain.Embedding;
import org.physioclr.torch.pretrain.Pretraining;
import org.physioclr.torch.probe.Probing;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.WorkerRequest;

/** Does what a request asks. */
final class Work {

    private Work() {
    }

    /**
     * Does a request.
     *
     * @param folder takes temporary files
     * @return the result, of the request's result type
     */
    static Object of(WorkerRequest<?> request, Path folder, Progress progress) throws IOException {
        if (request instanceof WorkerRequest.Pretrain pretrain) {
            return Pretraining.run(pretrain, folder, progress);
        }
        if (request instanceof WorkerRequest.Probe probe) {
            return Probing.run(probe, folder, progress);
        }
        if (request instanceof WorkerRequest.Load) {
            Devices.choose(Devices.CPU);
            return new WorkerRequest.Loaded();
        }
        return embed((WorkerRequest.Embed) request, folder, progress);
    }

    private static WorkerRequest.EmbedResult embed(WorkerRequest.Embed request, Path folder, Progress progress)
            throws IOException {
        Devices.Choice device = Devices.choose(request.device());
        Checkpoint checkpoint = Checkpoint.read(Path.of(request.encoder()));
        Preprocessing preprocessing = checkpoint.card().preprocessing();
        Encoder encoder = Encoder.of(checkpoint.card().architecture());
        try (PreparedRecords records =
            PreparedRecords.prepare(Path.of(request.records()), preprocessing, folder, progress.child(0, 0.5))) {
            Tensor embeddings =
                Embedding.of(records, encoder, checkpoint.weights(), device.device(), progress.child(0.5, 1));
            Safetensors.write(Path.of(request.output()), Map.of("embeddings", embeddings));
            List<String> warnings = new ArrayList<>(device.warning("Embedding").stream().toList());
            warnings.addAll(records.warnings());
            return new WorkerRequest.EmbedResult(encoder.architecture().embeddingLength(), warnings);
        }
    }
}
