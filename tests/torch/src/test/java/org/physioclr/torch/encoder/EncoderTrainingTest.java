package org.physioclr.torch.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.EncoderArchitecture.Stem;
import org.physioclr.torch.protocol.EncoderArchitecture.Transformer;
import org.physioclr.torch.protocol.EncoderArrays;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;

/** What holds of encoders while they are trained. */
class EncoderTrainingTest {

    private static final int LEADS = 2;
    private static final int SAMPLES = 96;

    private static Transformer transformer(Stem stem, double dropout, double extractorGradient) {
        int kernel = stem == Stem.BATCH_NORM ? 5 : 2;
        return new Transformer(LEADS, stem, List.of(8, 8), List.of(kernel, kernel), 16, 2, 2, 32, 8, 4,
            stem == Stem.BATCH_NORM, dropout, extractorGradient);
    }

    private static EncoderArchitecture architecture(String name) {
        return switch (name) {
            case "convolutional" -> new EncoderArchitecture.Convolutional(LEADS, List.of(8, 8), List.of(5, 5));
            case "small" -> transformer(Stem.BATCH_NORM, 0.1, 1);
            case "base" -> transformer(Stem.GROUP_NORM, 0.1, 0.1);
            default -> new EncoderArchitecture.Residual(LEADS, List.of(4, 8), List.of(2, 2), 4, 4, 5);
        };
    }

    private static NDArray signal(NDManager manager) {
        float[] values = new float[3 * LEADS * SAMPLES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(0.37 * i);
        }
        return manager.create(values, new Shape(3, LEADS, SAMPLES));
    }

    private static float[] features(EncoderArchitecture architecture, Pass pass) {
        Encoder encoder = Encoder.of(architecture);
        try (NDManager manager = Libtorch.manager()) {
            Network network = new Network(manager, encoder.initial(new Seed(1)), false);
            return encoder.features(network, signal(manager), pass).toFloatArray();
        }
    }

    /** As the training loop does it: a sub-manager and a scope around each step. */
    @ParameterizedTest
    @ValueSource(strings = {"convolutional", "small", "base", "residual"})
    void noArrayOutlivesItsStep(String name) {
        Encoder encoder = Encoder.of(architecture(name));
        Decoder decoder = new Decoder(encoder.architecture());
        try (NDManager manager = Libtorch.manager()) {
            Network network = new Network(manager, encoder.initial(new Seed(1)), true);
            Network decoding = new Network(manager, decoder.initial(new Seed(2)), true);
            int[] counts = new int[12];
            for (int step = 0; step < counts.length; step++) {
                Seed seed = new Seed(step);
                Autograd.recording(() -> {
                    try (NDManager local = manager.newSubManager(); NDScope scope = new NDScope()) {
                        scope.suppressNotUsedWarning();
                        NDArray features = encoder.features(network, signal(local), Pass.training(seed));
                        NDArray loss = decoder.reconstruct(decoding, features, SAMPLES).square().mean()
                            .add(Encoder.pool(features).square().sum());
                        Autograd.backward(loss);
                        network.dropGradients();
                        return null;
                    }
                });
                counts[step] = manager.getManagedArrays().size();
            }
            assertTrue(Arrays.stream(counts).skip(2).allMatch(count -> count == counts[1]), Arrays.toString(counts));
        }
    }

    @Test
    void dropoutIsDrawnFromThePassesSeedAndOnlyInTraining() {
        for (Stem stem : Stem.values()) {
            EncoderArchitecture architecture = transformer(stem, 0.5, 1);
            float[] once = features(architecture, Pass.training(new Seed(7)));
            assertArrayEquals(once, features(architecture, Pass.training(new Seed(7))));
            assertFalse(Arrays.equals(once, features(architecture, Pass.training(new Seed(8)))));
            float[] used = features(architecture, Pass.EVALUATION);
            assertArrayEquals(used, features(architecture, Pass.EVALUATION));
            assertFalse(Arrays.equals(once, used));
        }
    }

    @Test
    void theExtractorsGradientIsScaledAndNothingElseChanges() {
        float[][][] gradients = new float[2][][];
        float[][] features = new float[2][];
        for (int i = 0; i < 2; i++) {
            Encoder encoder = Encoder.of(transformer(Stem.GROUP_NORM, 0, i == 0 ? 1 : 0.1));
            try (NDManager manager = Libtorch.manager()) {
                Network network = new Network(manager, encoder.initial(new Seed(1)), true);
                int k = i;
                Autograd.recording(() -> {
                    NDArray map = encoder.features(network, signal(manager), Pass.training(new Seed(1)));
                    features[k] = map.toFloatArray();
                    Autograd.backward(map.square().sum());
                    return null;
                });
                gradients[i] = network.trained().stream().map(array -> array.getGradient().toFloatArray())
                    .toArray(float[][]::new);
            }
        }
        assertArrayEquals(features[0], features[1], 0);
        List<String> names = List.copyOf(EncoderArrays.of(transformer(Stem.GROUP_NORM, 0, 1)).keySet());
        for (int array = 0; array < names.size(); array++) {
            float scale = names.get(array).startsWith("feature_extractor.") ? 0.1f : 1;
            for (int i = 0; i < gradients[0][array].length; i++) {
                float expected = scale * gradients[0][array][i];
                assertEquals(expected, gradients[1][array][i], 1e-5 * Math.abs(expected) + 1e-6, names.get(array));
            }
        }
    }

    @Test
    void vectorsAndGainsDoNotDecay() {
        Encoder encoder = Encoder.of(architecture("base"));
        try (NDManager manager = Libtorch.manager()) {
            encoder.initial(new Seed(1)).forEach((name, tensor) -> {
                boolean vector = name.endsWith("bias") || name.contains("norm") || name.endsWith("weight_g")
                    || name.endsWith("conv_layers.0.2.weight");
                assertEquals(!vector, Network.decays(manager.create(tensor.values(), new Shape(tensor.shape()))), name);
            });
        }
    }

    /** Weight norm divides by the direction's length; the gains must be about that for the first weight to be it. */
    @Test
    void theFirstPositionalGainsAreTheLengthsOfTheirDirections() {
        Map<String, Tensor> weights = Encoder.of(EncoderArchitecture.of(EncoderPreset.SMALL, LEADS))
            .initial(new Seed(3));
        float[] direction = weights.get("conv_pos.pos_conv.0.weight_v").values();
        float[] gain = weights.get("conv_pos.pos_conv.0.weight_g").values();
        for (int tap = 0; tap < gain.length; tap++) {
            double square = 0;
            for (int i = tap; i < direction.length; i += gain.length) {
                square += (double) direction[i] * direction[i];
            }
            assertEquals(gain[tap], Math.sqrt(square), 0.1 * gain[tap]);
        }
    }
}
