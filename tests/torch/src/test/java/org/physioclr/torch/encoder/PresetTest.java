package org.physioclr.torch.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.EncoderArrays;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.Tensor;

import com.google.gson.JsonParseException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

class PresetTest {

    /** The base encoder: convolutions 399,872, projection 197,888, positions 4,719,488, transformer 85,056,000. */
    @ParameterizedTest
    @CsvSource({"TINY, 105728", "SMALL, 932256", "XRESNET1D50, 886400", "BASE, 90373248"})
    void thePresetsHaveThisManyParameters(EncoderPreset preset, long count) {
        assertEquals(count, EncoderArrays.of(EncoderArchitecture.of(preset, 12)).entrySet().stream()
            .filter(entry -> !Network.isBuffer(entry.getKey())).mapToLong(entry -> Tensor.elements(entry.getValue()))
            .sum());
    }

    @ParameterizedTest
    @EnumSource(EncoderPreset.class)
    void namesAndShapesAreThoseOfThePyTorchModules(EncoderPreset preset) throws IOException {
        TreeMap<String, String> actual = new TreeMap<>();
        EncoderArrays.of(EncoderArchitecture.of(preset, 12)).forEach((name, shape) -> actual.put(name,
            Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining("x"))));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            PresetTest.class.getResourceAsStream("presets.csv"), StandardCharsets.UTF_8))) {
            TreeMap<String, String> expected = new TreeMap<>();
            reader.lines().map(line -> line.split(","))
                .filter(field -> field[0].equals(preset.name().toLowerCase(Locale.ROOT)))
                .forEach(field -> expected.put(field[1], field[2]));
            assertTrue(expected.size() >= 20);
            assertEquals(expected, actual);
        }
    }

    @ParameterizedTest
    @EnumSource(EncoderPreset.class)
    void anArchitectureComesBackFromACard(EncoderPreset preset) {
        EncoderArchitecture architecture = EncoderArchitecture.of(preset, 8);
        assertEquals(architecture, Json.parse(Json.pretty(new Holder(architecture)), Holder.class).architecture());
    }

    private record Holder(EncoderArchitecture architecture) {
    }

    @Test
    void anArchitectureThatDoesNotFitIsRefused() {
        assertRefused("{'family': 'recurrent'}", "there is no encoder family \"recurrent\"");
        assertRefused("{'family': 'convolutional', 'leads': 2, 'channels': [4, 4], 'kernels': [3]}",
            "The figures of the convolutional encoder's architecture do not fit");
        String transformer = Json.line(new Holder(EncoderArchitecture.of(EncoderPreset.SMALL, 2)));
        assertRefused(transformer.replace("\"heads\":4", "\"heads\":3").substring(16).replaceAll("}$", ""),
            "The figures of the transformer encoder's architecture do not fit");
    }

    private static void assertRefused(String json, String cause) {
        Exception refused = assertThrows(JsonParseException.class,
            () -> Json.parse("{\"architecture\":" + json.replace('\'', '"') + "}", Holder.class));
        assertTrue(refused.getMessage().contains(cause), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"TINY, 2500, 157", "TINY, 250, 16", "SMALL, 2500, 157", "SMALL, 241, 16", "XRESNET1D50, 2500, 79",
        "XRESNET1D50, 255, 8", "XRESNET1D50, 1000, 32"})
    void featuresHaveTheStatedLengthAndTheDecoderGivesTheSignalsLength(EncoderPreset preset, int samples, int tokens) {
        assertLengths(EncoderArchitecture.of(preset, 2), samples, tokens);
    }

    /** A narrow encoder with the base's stages: 2,500 samples give 156 tokens, which alone decode to 2,496. */
    @ParameterizedTest
    @CsvSource({"2500, 156", "2496, 156", "2511, 156", "2512, 157", "16, 1", "31, 1"})
    void theBasesStagesLeaveOutARestThatTheDecoderStillGives(int samples, int tokens) {
        EncoderArchitecture.Transformer base = (EncoderArchitecture.Transformer) EncoderArchitecture.of(
            EncoderPreset.BASE, 2);
        assertEquals(tokens, base.tokens(samples));
        assertLengths(new EncoderArchitecture.Transformer(2, base.stem(), Collections.nCopies(4, 8),
            base.kernels(), 16, 1, 2, 16, 8, 4, false, 0.1, 0.1), samples, tokens);
    }

    @Test
    void aSignalThatIsTooShortForTheBaseIsRefused() {
        EncoderArchitecture base = EncoderArchitecture.of(EncoderPreset.BASE, 2);
        assertEquals("Segments of 15 samples are too short for this encoder, which halves them 4 times. Choose longer "
            + "segments or a higher rate.",
            assertThrows(IllegalArgumentException.class, () -> base.tokens(15)).getMessage());
    }

    private static void assertLengths(EncoderArchitecture architecture, int samples, int tokens) {
        assertEquals(tokens, architecture.tokens(samples));
        Encoder encoder = Encoder.of(architecture);
        Decoder decoder = new Decoder(architecture);
        try (NDManager manager = Libtorch.manager()) {
            Network network = new Network(manager, encoder.initial(new Seed(1)), false);
            Network decoding = new Network(manager, decoder.initial(new Seed(1)), false);
            NDArray features = encoder.features(network, manager.ones(new Shape(3, 2, samples)), Pass.EVALUATION);
            assertEquals(new Shape(3, architecture.embeddingLength(), tokens), features.getShape());
            assertEquals(new Shape(3, 2, samples), decoder.reconstruct(decoding, features, samples).getShape());
        }
    }
}
