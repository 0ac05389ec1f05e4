package org.physioclr.torch.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.checkpoint.Checkpoint;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.EncoderImport;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Weights with the names that fairseq-signals (commit 6b9e137) gives the state of its {@code wav2vec2_cmsc}, narrowed;
 * that the full-size base has these names and shapes, PresetTest says.
 */
class EncoderImportTest {

    private static final String HINTS = """
        {"heads": 3, "preprocessing": {"leads": ["I", "II", "V1"], "rateHz": 250, "segmentSeconds": 2.5,
         "filter": "NONE", "normalisation": "none"}}""";

    @TempDir
    private Path folder;
    private Path source;
    private Path target;

    @BeforeEach
    void nameFiles() throws IOException {
        source = folder.resolve("public.safetensors");
        target = folder.resolve("encoder.safetensors");
        Files.writeString(EncoderCard.beside(source), HINTS);
    }

    /** The golden encoder's weights under upstream names, in another order, beside what serves pretraining alone. */
    private static Map<String, Tensor> state() throws IOException {
        Map<String, Tensor> ours = EncoderGoldenTest.weights(Encoder.of(EncoderGoldenTest.architecture("base")));
        List<String> names = new ArrayList<>(ours.keySet());
        Collections.reverse(names);
        Map<String, Tensor> state = new LinkedHashMap<>();
        state.put("mask_emb", new Tensor(new long[] {12}, new float[12]));
        for (String name : names) {
            state.put(name.replace("0.weight_g", "0.parametrizations.weight.original0")
                .replace("0.weight_v", "0.parametrizations.weight.original1"), ours.get(name));
        }
        for (String name : List.of("quantizer.vars", "quantizer.weight_proj.weight", "quantizer.weight_proj.bias",
            "project_q.weight", "project_q.bias", "final_proj.weight", "final_proj.bias")) {
            state.put(name, new Tensor(new long[] {2, 1}, new float[2]));
        }
        return state;
    }

    @Test
    void publicWeightsGiveTheFeaturesThatPyTorchComputes() throws IOException {
        Safetensors.write(source, state());
        assertTrue(EncoderImport.isForeign(source));
        EncoderImport.convert(source, target);
        assertFalse(EncoderImport.isForeign(target));
        Checkpoint imported = Checkpoint.read(target);
        EncoderArchitecture expected = EncoderGoldenTest.architecture("base");
        EncoderArchitecture.Transformer actual = (EncoderArchitecture.Transformer) imported.card().architecture();
        assertEquals(expected, new EncoderArchitecture.Transformer(actual.leads(), actual.stem(), actual.channels(),
            actual.kernels(), actual.width(), actual.layers(), actual.heads(), actual.feedForward(),
            actual.positionKernel(), actual.positionGroups(), actual.normFirst(), 0, actual.extractorGradient()));
        float[] golden = Safetensors.read(EncoderGoldenTest.resource("base.safetensors")).get("evaluated").values();
        assertArrayEquals(golden, features(imported), 1e-4f);
        assertNull(imported.card().options());
        assertEquals(List.of("I", "II", "V1"), imported.card().preprocessing().leads());
        assertEquals("Imported, transformer, 12 numbers an ECG, 250 Hz, 2.5 s segments", imported.card().summary());
        assertEquals("public.safetensors", imported.card().provenance().get("imported from"));
    }

    private static float[] features(Checkpoint checkpoint) {
        Encoder encoder = Encoder.of(checkpoint.card().architecture());
        try (NDManager manager = Libtorch.manager()) {
            Network network = new Network(manager, checkpoint.weights(), false);
            NDArray signal = network.input(manager,
                EncoderGoldenTest.filled(EncoderGoldenTest.SEGMENTS * 3L * EncoderGoldenTest.SAMPLES, 0.37, 1, 0),
                new Shape(EncoderGoldenTest.SEGMENTS, 3, EncoderGoldenTest.SAMPLES));
            return Autograd.off(() -> encoder.features(network, signal, Pass.EVALUATION).toFloatArray());
        }
    }

    @Test
    void theNamesOfOlderPyTorchAreReadToo() throws IOException {
        Map<String, Tensor> state = new LinkedHashMap<>();
        state().forEach((name, tensor) -> state.put(name.replace("parametrizations.weight.original0", "weight_g")
            .replace("parametrizations.weight.original1", "weight_v"), tensor));
        Safetensors.write(source, state);
        EncoderImport.convert(source, target);
        assertEquals(EncoderGoldenTest.weights(Encoder.of(EncoderGoldenTest.architecture("base"))),
            Checkpoint.read(target).weights());
    }

    @Test
    void arraysThatAreMissingSurplusOrOfAnotherShapeAreNamed() throws IOException {
        Map<String, Tensor> state = state();
        state.remove("encoder.layers.1.self_attn.k_proj.bias");
        state.put("layer_norm.weight", new Tensor(new long[] {3}, new float[3]));
        state.put("proj.weight", new Tensor(new long[] {1}, new float[1]));
        Safetensors.write(source, state);
        assertRefused("The arrays of " + source + " are not those of the encoder: layer_norm.weight is [3], not [10]; "
            + "encoder.layers.1.self_attn.k_proj.bias is missing; proj.weight is not of this encoder. Choose weights "
            + "of this very architecture.");
        state.keySet().removeIf(name -> name.contains("pos_conv"));
        Safetensors.write(source, state);
        assertRefused("The weights " + source + " are no wav2vec2_cmsc encoder of fairseq-signals: "
            + "conv_pos.pos_conv.0.weight_v is missing. Save the whole state of the model.");
    }

    @Test
    void whatTheShapesDoNotSayMustBeSaid() throws IOException {
        Safetensors.write(source, state());
        Files.writeString(EncoderCard.beside(source), "{\"heads\": 5}");
        assertRefused("The shapes of " + source + " make no encoder with 5 attention heads. Say in public.json beside "
            + "it how many there are, such as {\"heads\": 8}.");
        Files.delete(EncoderCard.beside(source));
        assertRefused("The weights " + source + " are for 3 leads. Say in public.json beside them how ECGs are to be "
            + "prepared (\"preprocessing\", as in the card of another encoder), these leads named.");
        Files.writeString(EncoderCard.beside(source), "{\"heads\": 3");
        assertTrue(assertThrows(IOException.class, () -> EncoderImport.isForeign(source)).getMessage()
            .contains("public.json is no encoder card"));
    }

    private void assertRefused(String message) {
        assertEquals(message,
            assertThrows(IOException.class, () -> EncoderImport.convert(source, target)).getMessage());
        assertFalse(Files.exists(target));
    }
}
