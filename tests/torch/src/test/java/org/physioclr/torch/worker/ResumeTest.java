package org.physioclr.torch.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.pretrain.Pretraining;
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

    /** What dropout draws follows from the step, too. The time limit, which may change, cuts the training in pieces. */
    @ParameterizedTest
    @EnumSource(names = {"TINY", "SMALL", "XRESNET1D50"})
    void everyEncoderGoesOnToTheSameBits(EncoderPreset preset) throws IOException {
        Libtorch.manager().close();
        PretrainResult whole = here(request(pieces(preset, 0), null, "whole.safetensors"));
        PretrainResult piece = null;
        for (int epoch = 1; epoch <= 3; epoch++) {
            piece = here(request(pieces(preset, 1e-9), checkpoints("pieces", 5), "piece.safetensors"));
            assertEquals(epoch, piece.curve().size());
        }
        assertEquals(whole.curve(), piece.curve());
        assertArrayEquals(Files.readAllBytes(Path.of(whole.encoder())), Files.readAllBytes(Path.of(piece.encoder())));
    }

    private static PretrainOptions pieces(EncoderPreset preset, double maxMinutes) {
        PretrainOptions options = options(1);
        return new PretrainOptions(options.method(), preset, options.preprocessing(), options.contrast(),
            new Reconstruction(0.2, 0.1, Reconstruction.Peaks.AROUND_WAVES, 0.5, 0.25, 0.2, false),
            new Training(3, 8, 2, 0.003, Training.Schedule.COSINE, 0.1, 0.01, 1, 0.25, 2, maxMinutes, true, 1));
    }

    @Test
    void checkpointsThatCanNotBeWrittenDoNotCostTheTraining() throws IOException {
        Libtorch.manager().close();
        PretrainOptions options = pieces(EncoderPreset.TINY, 0);
        PretrainResult undisturbed = here(request(options, null, "undisturbed.safetensors"));
        Pretrain request = request(options, checkpoints("gone", 1), "disturbed.safetensors");
        PretrainResult result = Pretraining.run(request, folder, (fraction, text) -> {
            if (text.startsWith("Epoch")) {
                removeFolder(folder.resolve("gone"));
            }
        });
        assertArrayEquals(Files.readAllBytes(Path.of(undisturbed.encoder())),
            Files.readAllBytes(Path.of(result.encoder())));
        assertTrue(result.warnings().contains("The checkpoint of epoch 3 could not be written (it is gone). Training "
            + "went on; free disk space, or choose another checkpoint folder."), result.warnings().toString());
    }

    private static void removeFolder(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCheckpointOfAnotherTrainingIsRefusedNamingWhatDiffers() throws Exception {
        Libtorch.manager().close(); // none of this needs a process of its own
        here(request(options(1), checkpoints("kept", EPOCHS), "first.safetensors"));
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
        assertEquals(EPOCHS, here(request(options(1), anew, "second.safetensors")).curve().size());
    }

    private PretrainResult here(Pretrain request) throws IOException {
        return Pretraining.run(request, folder, Progress.NONE);
    }

    private void assertRefused(String message, Pretrain request) {
        assertEquals(message, assertThrows(IOException.class, () -> here(request)).getMessage());
    }
}
