package org.physioclr.torch.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.run.Progress;
import org.physioclr.torch.protocol.EpochMetrics;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.ProbeOptions;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerRequest;
import org.physioclr.torch.protocol.WorkerRequest.Block;
import org.physioclr.torch.protocol.WorkerRequest.PretrainResult;
import org.physioclr.torch.protocol.WorkerRequest.Probe;
import org.physioclr.torch.protocol.WorkerRequest.ProbeResult;

class PretrainAndProbeTest {

    @TempDir
    private Path folder;

    @Test
    void learnsAndPredictsThroughTheWorker() throws IOException {
        ToyEcgs training = ToyEcgs.write(Files.createDirectory(folder.resolve("a")), "a", 64, 5, 1);
        ToyEcgs test = ToyEcgs.write(Files.createDirectory(folder.resolve("b")), "b", 40, 5, 2);
        Path encoder = folder.resolve("encoder.safetensors");
        List<String> heard = new ArrayList<>();
        Progress progress = (fraction, message) -> heard.add(message);
        try (WorkerClient client = new WorkerClient(Worker.installation())) {
            PretrainResult pretrained = client.run(
                Worker.pretrain(Worker.options(Method.PHYSIOCLR, 12, 0.2, 1), training, encoder), Worker.MACHINE,
                progress);
            assertCurve(pretrained.curve());
            assertTrue(heard.stream().anyMatch(text -> text.matches(
                "Epoch \\d+/12 · loss -?\\d+\\.\\d{3} · \\d+ ECGs/s · cpu · about .* left")), heard.toString());
            Path predictions = client.file("predictions.safetensors");
            ProbeResult result = client.run(probe(encoder, training, test, predictions), Worker.MACHINE, progress);
            assertBlocks(result, predictions, test);
        }
    }

    private static void assertCurve(List<EpochMetrics> curve) {
        assertEquals(12, curve.size());
        EpochMetrics first = curve.get(0);
        EpochMetrics last = curve.get(11);
        assertTrue(last.loss() < 0.8 * first.loss(), first + " to " + last);
        assertTrue(last.reconstruction() < first.reconstruction(), first + " to " + last);
        assertTrue(last.validationLoss() < first.validationLoss(), first + " to " + last);
        assertTrue(first.positivesPerAnchor() > 2, "two views of the own record and similar records");
    }

    private static Probe probe(Path encoder, ToyEcgs training, ToyEcgs test, Path output) {
        ProbeOptions options = new ProbeOptions("Pretrained", List.of(50.0, 100.0), 2, 3, 2, false, true, true, 7);
        return new Probe(encoder.toString(), "cpu", options, ToyEcgs.LABELS, side(training), side(test),
            output.toString());
    }

    private static WorkerRequest.Side side(ToyEcgs toys) {
        return new WorkerRequest.Side(toys.records().toString(), toys.labels().toString(), toys.features().toString());
    }

    private static void assertBlocks(ProbeResult result, Path predictions, ToyEcgs test) throws IOException {
        assertEquals(9, result.blocks().size(), "three encoders, two draws of 50 % and one of 100 %");
        Tensor truth = Safetensors.read(test.labels()).get("labels");
        for (int k = 0; k < 9; k++) {
            Block block = result.blocks().get(k);
            Tensor predicted = Safetensors.read(predictions).get("block-" + k);
            assertEquals(List.of("Pretrained", "Random encoder", "Physiology features").get(k / 3), block.encoder());
            assertEquals("Only 0 positive training rows; at least 2 are needed", block.fits().get(2).reason());
            assertTrue(Float.isNaN(predicted.row(0)[2]));
            if (block.fractionPercent() == 100 && !block.encoder().startsWith("Random")) {
                for (int label = 0; label < 2; label++) {
                    assertTrue(block.fits().get(label).c() > 0);
                    assertTrue(right(predicted, truth, label, block.fits().get(label).threshold()) >= 0.85,
                        block + ": " + right(predicted, truth, label, block.fits().get(label).threshold()));
                }
            }
        }
    }

    private static double right(Tensor predicted, Tensor truth, int label, double threshold) {
        int right = 0;
        for (int row = 0; row < truth.length(0); row++) {
            right += (predicted.row(row)[label] >= threshold ? 1 : 0) == truth.row(row)[label] ? 1 : 0;
        }
        return (double) right / truth.length(0);
    }
}
