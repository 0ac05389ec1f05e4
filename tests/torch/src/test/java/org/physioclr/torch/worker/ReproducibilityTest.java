package org.physioclr.torch.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.run.Progress;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.checkpoint.Checkpoint;
import org.physioclr.torch.pretrain.Pretraining;
import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.EpochMetrics;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.RecordReference;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.Training;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerRequest.Embed;
import org.physioclr.torch.protocol.WorkerRequest.Pretrain;
import org.physioclr.torch.protocol.WorkerRequest.PretrainResult;

class ReproducibilityTest {

    @TempDir
    private Path folder;

    private PretrainResult train(PretrainOptions options, ToyEcgs toys, String name) throws IOException {
        try (WorkerClient client = new WorkerClient(Worker.installation())) {
            return client.run(Worker.pretrain(options, toys, folder.resolve(name)), Worker.MACHINE, Progress.NONE);
        }
    }

    /** In this process, where nothing hangs on another one. */
    private PretrainResult trainHere(PretrainOptions options, ToyEcgs toys, String name) throws IOException {
        Libtorch.manager().close();
        return Pretraining.run(Worker.pretrain(options, toys, folder.resolve(name)), folder, Progress.NONE);
    }

    @Test
    void equalSeedsGiveEqualBitsAndOthersDoNot() throws IOException {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 40, 5, 1);
        PretrainResult a = train(Worker.options(Method.PHYSIOCLR, 2, 0.2, 1), toys, "a.safetensors");
        PretrainResult b = train(Worker.options(Method.PHYSIOCLR, 2, 0.2, 1), toys, "b.safetensors");
        train(Worker.options(Method.PHYSIOCLR, 2, 0.2, 2), toys, "c.safetensors");
        byte[] weights = Files.readAllBytes(folder.resolve("a.safetensors"));
        assertArrayEquals(weights, Files.readAllBytes(folder.resolve("b.safetensors")));
        assertEquals(a.curve(), b.curve());
        assertFalse(Arrays.equals(weights, Files.readAllBytes(folder.resolve("c.safetensors"))));
    }

    @Test
    void cardSaysHowTheEncoderWasMade() throws IOException {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 24, 5, 1);
        PretrainOptions options = Worker.options(Method.PHYSIOCLR, 1, 0.25, 3);
        PretrainResult result = trainHere(options, toys, "e.safetensors");
        Checkpoint checkpoint = Checkpoint.read(folder.resolve("e.safetensors"));
        EncoderCard card = checkpoint.card();
        assertEquals(options, card.options());
        assertEquals(result.curve(), card.curve());
        assertEquals(128, card.embeddingLength());
        assertEquals(24, card.data().records());
        assertEquals(12, card.data().patients());
        assertTrue(card.features().toString().contains("Heart rate [1/min]"), "the scaler knows its features");
        assertEquals("2.7.1", card.provenance().get("pytorch"));
        assertEquals(20, checkpoint.weights().size(), "four stages: a convolution and four arrays to normalise");
        assertTrue(checkpoint.weights().keySet().stream().allMatch(name -> name.startsWith("encoder.")));
    }

    @Test
    void everyMethodLearnsFromItsOwnViews() throws IOException {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 48, 5, 1);
        for (Method method : List.of(Method.CMSC, Method.SIMCLR)) {
            List<EpochMetrics> curve =
                trainHere(Worker.options(method, 8, 0, 1), toys, method + ".safetensors").curve();
            assertTrue(curve.get(7).loss() < 0.9 * curve.get(0).loss(), method + ": " + curve);
            assertTrue(Double.isNaN(curve.get(0).reconstruction()) && Double.isNaN(curve.get(0).validationLoss()));
            assertTrue(curve.get(7).learningRate() < curve.get(3).learningRate(), "cosine decay");
        }
        assertEquals(List.of(), trainHere(Worker.options(Method.NONE, 8, 0, 1), toys, "none.safetensors").curve());
    }

    @Test
    void patienceEndsEarlyAndKeepsTheBestWeights() throws IOException {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 32, 5, 1);
        PretrainOptions options = Worker.options(Method.PHYSIOCLR, 60, 0.3, 1);
        // A learning rate at which the loss soon rises.
        Training wild = new Training(60, 16, 1, 0.1, Training.Schedule.COSINE, 0, 0, 0, 0.3, 2, 0, false, 1);
        List<EpochMetrics> curve = trainHere(new PretrainOptions(options.method(), options.encoder(),
            options.preprocessing(), options.contrast(), options.reconstruction(), wild), toys,
            "e.safetensors").curve();
        assertTrue(curve.size() < 60, curve.size() + " epochs");
        double best = curve.stream().mapToDouble(EpochMetrics::validationLoss).min().orElseThrow();
        assertEquals(best, curve.get(curve.size() - 3).validationLoss(), "two epochs after the best one it ends");
    }

    @Test
    void continuesFromAnEncoder() throws IOException {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 32, 5, 1);
        trainHere(Worker.options(Method.CMSC, 6, 0, 1), toys, "first.safetensors");
        Path second = folder.resolve("second.safetensors");
        Pretrain anew = Worker.pretrain(Worker.options(Method.CMSC, 1, 0, 2), toys, second);
        Pretrain on = new Pretrain(anew.options(), "cpu", anew.records(), null, List.of(), "",
            folder.resolve("first.safetensors").toString(), null, anew.output());
        double fresh = Pretraining.run(anew, folder, Progress.NONE).curve().get(0).loss();
        double continued = Pretraining.run(on, folder, Progress.NONE).curve().get(0).loss();
        assertTrue(continued < fresh, continued + " after " + fresh);
    }

    @Test
    void unusableEcgsAreCountedAndEmbeddedAsNaN() throws IOException {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 6, 5, 1);
        trainHere(Worker.options(Method.NONE, 1, 0, 1), toys, "e.safetensors");
        List<RecordReference> references = new ArrayList<>();
        Json.readLines(toys.records(), RecordReference.class, references::add);
        RecordReference good = references.get(2);
        references.set(2, new RecordReference(good.file(), 1L << 40, good.dtype(), good.leads(), good.samples(),
            good.rateHz(), good.patient(), good.record()));
        Path records = folder.resolve("damaged.jsonl");
        Json.writeLines(records, references);
        try (WorkerClient client = new WorkerClient(Worker.installation())) {
            Path output = client.file("embeddings.safetensors");
            List<String> warnings = client.run(new Embed(folder.resolve("e.safetensors").toString(), "cpu",
                records.toString(), output.toString()), Worker.MACHINE, Progress.NONE).warnings();
            assertTrue(warnings.get(0).startsWith("1 of 6 ECGs can't be used: arecord2: "), warnings.toString());
            Tensor embeddings = Safetensors.read(output).get("embeddings");
            assertEquals(128, embeddings.length(1));
            for (int row = 0; row < 6; row++) {
                assertEquals(row == 2, Float.isNaN(embeddings.row(row)[0]), "row " + row);
            }
        }
    }
}
