package org.physioclr.torch.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.EncoderArrays;
import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.EpochMetrics;
import org.physioclr.torch.protocol.FeaturePositives;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.Training;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

class CheckpointTest {

    @TempDir
    private Path folder;

    private static EncoderCard card() {
        PretrainOptions options = new PretrainOptions(Method.CMSC, EncoderPreset.TINY,
            new Preprocessing(List.of("I", "V1"), 100, 2.5, FilterPreset.MONITORING, "scale 2.0 mV"),
            new Contrast(true, Contrast.Form.AS_PUBLISHED, true, false,
                new FeaturePositives(true, FeaturePositives.Rule.TOP_SHARE, 0.5, 0.25, 12.5, 3, 0.75, true), 0.2, 0.5),
            new Reconstruction(0.2, 0.1, Reconstruction.Peaks.AT_R, 0.25, 0.5, 0.2, true),
            new Training(3, 8, 2, 0.003, Training.Schedule.CONSTANT, 0.1, 0.01, 1, 0.1, 2, 0.5, true, -7));
        EpochMetrics epoch = new EpochMetrics(1, 4, 1.5, 1.5, Double.NaN, Double.NaN, Double.NaN, 0.003, 1);
        return new EncoderCard(EncoderCard.FORMAT_VERSION, "",
            new EncoderArchitecture.Convolutional(1, List.of(2), List.of(3)),
            options.preprocessing(), options, "", JsonNull.INSTANCE,
            new EncoderCard.Data(10, 5, "abc"), Map.of("java", "17"), List.of(epoch));
    }

    private static Map<String, Tensor> weights() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("encoder.0.conv.weight", new Tensor(new long[] {2, 1, 3}, new float[] {1, -2, 3, 1e-38f, 0, -0f}));
        for (String name : List.of("weight", "bias", "running_mean", "running_var")) {
            weights.put("encoder.0.norm." + name,
                new Tensor(new long[] {2}, new float[] {Float.MAX_VALUE, Float.MIN_VALUE}));
        }
        return weights;
    }

    @Test
    void comesBackAsItWasWritten() throws IOException {
        Path file = folder.resolve("encoder.safetensors");
        Checkpoint written = Checkpoint.write(file, card(), weights());
        assertEquals(written, Checkpoint.read(file));
        assertEquals(card().options(), written.card().options());
        assertEquals(64, written.card().sha256().length());
        Checkpoint.write(file, card(), weights());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("encoder.json", "encoder.safetensors"),
                files.map(path -> path.getFileName().toString()).sorted().toList(), "nothing else is left");
        }
    }

    @Test
    void partsThatDoNotBelongTogetherAreRefused() throws IOException {
        Path file = folder.resolve("encoder.safetensors");
        Checkpoint.write(file, card(), weights());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertMessage(file, "the hash differs");
        Files.delete(file);
        assertMessage(file, "are missing");
        Files.delete(EncoderCard.beside(file));
        assertMessage(file, "There is no encoder");
    }

    @Test
    void newerMajorVersionAndForeignJsonAreRefused() throws IOException {
        Path file = folder.resolve("encoder.safetensors");
        Checkpoint.write(file, card(), weights());
        Path json = EncoderCard.beside(file);
        String text = Files.readString(json);
        Files.writeString(json, text.replace("\"formatVersion\": \"1.1\"", "\"formatVersion\": \"2.0\""));
        assertMessage(file, "Update the PhysioCLR extension");
        Files.writeString(json, text.replace("\"formatVersion\": \"1.1\"", "\"formatVersion\": \"1.7\""));
        assertEquals(2, Checkpoint.read(file).card().embeddingLength(), "a newer minor version is read");
        Files.writeString(json, "[1, 2");
        assertMessage(file, "is no encoder card");
    }

    @Test
    void aCardOfTheFirstFormatGetsItsArchitectureFromTheOptions() throws IOException {
        Path file = folder.resolve("encoder.safetensors");
        EncoderArchitecture architecture = EncoderArchitecture.of(EncoderPreset.TINY, 2);
        Map<String, Tensor> zeros = new LinkedHashMap<>();
        EncoderArrays.of(architecture).forEach((name, shape) -> zeros.put(name,
            new Tensor(shape, new float[(int) Tensor.elements(shape)])));
        JsonObject json = Json.tree(Checkpoint.write(file, card(), zeros).card()).getAsJsonObject();
        json.remove("architecture");
        json.remove("preprocessing");
        json.addProperty("formatVersion", "1.0");
        Files.writeString(EncoderCard.beside(file), Json.line(json));
        EncoderCard read = Checkpoint.read(file).card();
        assertEquals(architecture, read.architecture());
        assertEquals(card().options().preprocessing(), read.preprocessing());
    }

    @Test
    void weightsOfAnotherArchitectureAreRefusedByName() throws IOException {
        Path file = folder.resolve("encoder.safetensors");
        Map<String, Tensor> weights = weights();
        weights.remove("encoder.0.norm.running_var");
        weights.put("encoder.0.norm.bias", new Tensor(new long[] {3}, new float[3]));
        weights.put("decoder.0.bias", new Tensor(new long[] {1}, new float[1]));
        Checkpoint.write(file, card(), weights);
        assertMessage(file, "are not those of the encoder: encoder.0.norm.bias is [3], not [2]; "
            + "encoder.0.norm.running_var is missing; decoder.0.bias is not of this encoder. Choose");
    }

    private static void assertMessage(Path file, String part) {
        IOException failure = assertThrows(IOException.class, () -> Checkpoint.read(file));
        assertTrue(failure.getMessage().contains(part), failure.getMessage());
    }
}
