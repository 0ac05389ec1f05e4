package org.physioclr.torch.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.physioclr.core.run.Progress;
import org.physioclr.torch.checkpoint.Checkpoint;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerRequest.Embed;
import org.physioclr.torch.protocol.WorkerRequest.EmbedResult;

/** The encoders with dropout or many layers through the worker; the base is too large to train here. */
class PresetsTest {

    @TempDir
    private Path folder;

    private static PretrainOptions options(EncoderPreset preset) {
        PretrainOptions tiny = Worker.options(Method.PHYSIOCLR, 1, 0.2, 1);
        return new PretrainOptions(tiny.method(), preset, tiny.preprocessing(), tiny.contrast(),
            tiny.reconstruction(), tiny.training());
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "XRESNET1D50"})
    void trainsToTheSameBitsAndEmbeds(EncoderPreset preset) throws IOException {
        ToyEcgs toys = ToyEcgs.write(folder, "a", 24, 5, 1);
        Path first = folder.resolve("first.safetensors");
        Path again = folder.resolve("again.safetensors");
        Path output = folder.resolve("embeddings.safetensors");
        try (WorkerClient client = new WorkerClient(Worker.installation())) {
            client.run(Worker.pretrain(options(preset), toys, first), Worker.MACHINE, Progress.NONE);
            client.run(Worker.pretrain(options(preset), toys, again), Worker.MACHINE, Progress.NONE);
            EmbedResult embedded = client.run(new Embed(first.toString(), "cpu", toys.records().toString(),
                output.toString()), Worker.MACHINE, Progress.NONE);
            assertEquals(embedded.length(), Checkpoint.read(first).card().embeddingLength());
        }
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(again));
        Checkpoint checkpoint = Checkpoint.read(first);
        assertEquals(EncoderArchitecture.of(preset, 12), checkpoint.card().architecture());
        assertEquals(1, checkpoint.card().curve().size());
        Tensor embeddings = Safetensors.read(output).get("embeddings");
        for (int i = 0; i < 24; i++) {
            for (float number : embeddings.row(i)) {
                assertTrue(Float.isFinite(number));
            }
        }
        assertFalse(Arrays.equals(embeddings.row(0), embeddings.row(1)));
    }
}
