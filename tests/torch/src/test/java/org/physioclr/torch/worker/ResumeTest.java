package org.physioclr.torch.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.Checkpoints;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Machine;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.Training;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerException;
import org.physioclr.torch.protocol.WorkerRequest.Pretrain;
import org.physioclr.torch.protocol.WorkerRequest.PretrainResult;

/** A training that is killed goes on from its checkpoint folder, to the same bits as if it had never been. */
class ResumeTest {

    private static final int KILLS = 20;
    private static final int EPOCHS = 40;
    private static final Machine MACHINE = new Machine("cpu", 1, 256);

    @TempDir
    private Path folder;
    private ToyEcgs toys;

    @BeforeEach
    void makeEcgs() throws IOException {
        toys = ToyEcgs.write(folder, "a", 32, 5, 1);
    }

    /** Every term of the loss, held-out patients and best weights: all that a checkpoint has to hold. */
    private static PretrainOptions options(int seed) {
        return new PretrainOptions(Method.PHYSIOCLR, EncoderPreset.TINY,
            new Preprocessing(List.of("I", "V2"), 50, 2.5, FilterPreset.NONE, "record z-score"),
            Worker.contrast(true), Reconstruction.of(0.2, 0.1),
            Training.of(EPOCHS, 8, seed).validated(0.25, EPOCHS));
    }

    private Pretrain request(PretrainOptions options, Checkpoints checkpoints, String output) {
        Pretrain plain = Worker.pretrain(options, toys, folder.resolve(output));
        return new Pretrain(options, "cpu", plain.records(), plain.features(), plain.featureNames(), "", null,
            checkpoints, plain.output());
    }

    private Checkpoints checkpoints(String name, int everyEpochs) {
        return new Checkpoints(folder.resolve(name).toString(), everyEpochs, true);
    }

    private static PretrainResult run(Pretrain request, Progress progress) throws IOException {
        try (WorkerClient client = new WorkerClient(Worker.installation())) {
            return client.run(request, MACHINE, progress);
        }
    }

    /** Runs until the training has gone on for some milliseconds, then kills the process. Null if it was killed. */
    private static PretrainResult runAndKill(Pretrain request, long millis) throws Exception {
        CompletableFuture<String> begun = new CompletableFuture<>();
        CompletableFuture<PretrainResult> result = CompletableFuture.supplyAsync(() -> {
            try {
                return run(request, (fraction, text) -> {
                    if (text.startsWith("Epoch")) {
                        begun.complete(text);
                    }
                });
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        CompletableFuture.anyOf(begun, result).get(60, TimeUnit.SECONDS);
        try {
            return result.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        }
        try {
            return result.get(60, TimeUnit.SECONDS); // it may just have ended
        } catch (ExecutionException e) {
            assertTrue(e.getCause().getMessage().contains("exit status 137 (killed"), e.getCause().getMessage());
            return null;
        }
    }

    @Test
    void aTrainingKilledTwentyTimesGivesTheBitsOfAnUndisturbedOneWithoutCheckpoints() throws Exception {
        PretrainResult undisturbed = run(request(options(1), null, "undisturbed.safetensors"), Progress.NONE);
        byte[] expected = Files.readAllBytes(Path.of(undisturbed.encoder()));
        RandomGenerator random = new Seed(5).generator();
        int trainings = 1;
        for (int kills = 0; kills < KILLS;) {
            PretrainResult result = runAndKill(
                request(options(1), checkpoints("kept" + trainings, 1), "killed.safetensors"), random.nextInt(400));
            if (result == null) {
                kills++;
            } else {
                assertEqualTrainings(undisturbed, expected, result);
                trainings++;
            }
        }
        assertEqualTrainings(undisturbed, expected,
            run(request(options(1), checkpoints("kept" + trainings, 1), "killed.safetensors"), Progress.NONE));
    }

    private static void assertEqualTrainings(PretrainResult undisturbed, byte[] expected, PretrainResult result)
            throws IOException {
        assertEquals(undisturbed.curve(), result.curve());
        assertEquals(undisturbed.warnings(), result.warnings());
        assertArrayEquals(expected, Files.readAllBytes(Path.of(result.encoder())));
    }

    @Test
    void aCheckpointOfAnotherTrainingIsRefusedNamingWhatDiffers() throws Exception {
        run(request(options(1), checkpoints("kept", EPOCHS), "first.safetensors"), Progress.NONE);
        String place = "The checkpoint in " + folder.resolve("kept") + " is of another training: ";
        String remedy = ". Set back what was changed, choose another checkpoint folder, or switch Resume off to begin "
            + "anew.";
        assertRefused(place + "training.seed was \"1\" and is \"2\"" + remedy,
            request(options(2), checkpoints("kept", 1), "second.safetensors"));
        toys = ToyEcgs.write(folder, "b", 32, 5, 2);
        assertRefused(place + "the ECGs' signals or their order have changed; the ECGs' names or patients have "
            + "changed; the feature columns have changed" + remedy,
            request(options(1), checkpoints("kept", 1), "second.safetensors"));
        Checkpoints anew = new Checkpoints(folder.resolve("kept").toString(), 1, false);
        assertEquals(EPOCHS, run(request(options(1), anew, "second.safetensors"), Progress.NONE).curve().size());
    }

    private static void assertRefused(String message, Pretrain request) {
        assertEquals(message, assertThrows(WorkerException.class, () -> run(request, Progress.NONE)).getMessage());
    }
}
