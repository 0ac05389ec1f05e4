package org.physioclr.torch.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.EncoderArrays;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

import com.google.gson.JsonObject;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Feature maps, running statistics and all gradients of every kind of encoder against PyTorch (golden/encoders.py). */
class EncoderGoldenTest {

    static final int SEGMENTS = 4;
    static final int SAMPLES = 75;

    static Path resource(String name) {
        try {
            return Path.of(EncoderGoldenTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static EncoderArchitecture architecture(String family) throws IOException {
        JsonObject all = Json.parse(Files.readString(resource("architectures.json")), JsonObject.class);
        return Json.parse(all.get(family), EncoderArchitecture.class);
    }

    static float[] filled(long count, double step, double scale, double offset) {
        float[] values = new float[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (offset + scale * Math.sin(step * (i + 1)));
        }
        return values;
    }

    /** The formulas of the script: by name, in the order of the names. */
    static Map<String, Tensor> weights(Encoder encoder) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<String, long[]> entry : new TreeMap<>(EncoderArrays.of(encoder.architecture())).entrySet()) {
            String name = entry.getKey();
            long[] shape = entry.getValue();
            boolean gain = name.endsWith("running_var") || name.endsWith("weight_g")
                || name.endsWith("weight") && shape.length == 1;
            weights.put(name, new Tensor(shape, filled(Tensor.elements(shape), 0.7 + 0.37 * at++, 0.3, gain ? 1 : 0)));
        }
        return weights;
    }

    @ParameterizedTest
    @CsvSource({"convolutional, FLOAT32, 1e-4", "small, FLOAT32, 1e-4", "base, FLOAT32, 1e-4",
        "residual, FLOAT32, 1e-4", "convolutional, FLOAT64, 1e-6", "small, FLOAT64, 1e-6", "base, FLOAT64, 1e-6",
        "residual, FLOAT64, 1e-6"})
    void featuresStatisticsAndGradientsAreThoseOfPyTorch(String family, DataType precision, double tolerance)
            throws IOException {
        Encoder encoder = Encoder.of(architecture(family));
        Map<String, Tensor> golden = Safetensors.read(resource(family + ".safetensors"));
        Map<String, Tensor> weights = weights(encoder);
        try (NDManager manager = Libtorch.manager()) {
            Network network = new Network(manager, weights, true, precision);
            int leads = encoder.architecture().leads();
            NDArray signal = network.input(manager, filled((long) SEGMENTS * leads * SAMPLES, 0.37, 1, 0),
                new Shape(SEGMENTS, leads, SAMPLES));
            NDArray evaluated = Autograd.off(() -> encoder.features(network, signal, Pass.EVALUATION));
            assertEquals(encoder.architecture().tokens(SAMPLES), evaluated.getShape().get(2));
            assertEquals(encoder.architecture().embeddingLength(), evaluated.getShape().get(1));
            Map<String, NDArray> actual = new LinkedHashMap<>(Map.of("evaluated", evaluated));
            actual.put("trained", Autograd.recording(() -> {
                NDArray features = encoder.features(network, signal, Pass.training(new Seed(1)));
                Autograd.backward(features.mul(network.input(manager, filled(features.size(), 0.59, 1, 0),
                    features.getShape())).sum());
                return features;
            }));
            List<String> trained = new ArrayList<>(weights.keySet());
            trained.removeIf(Network::isBuffer);
            trained.forEach(name -> actual.put("gradient " + name, network.get(name).getGradient()));
            weights.keySet().stream().filter(Network::isBuffer)
                .forEach(name -> actual.put("after " + name, network.get(name)));
            assertEquals(golden.keySet(), actual.keySet());
            double largest = golden.entrySet().stream().filter(entry -> entry.getKey().startsWith("gradient "))
                .mapToDouble(entry -> norm(entry.getValue().values(), null)).max().orElseThrow();
            actual.forEach((name, array) -> assertNear(name, golden.get(name), array, tolerance, largest));
        }
    }

    /** Relative to the array's norm; a gradient that is zero but for rounding, 1e-8 of the largest. */
    private static void assertNear(String name, Tensor expected, NDArray array, double tolerance, double largest) {
        float[] actual = array.toType(DataType.FLOAT32, false).toFloatArray();
        assertEquals(expected.values().length, actual.length, name);
        double norm = norm(expected.values(), null);
        double distance = norm(expected.values(), actual);
        assertTrue(distance <= tolerance * norm + 1e-8 * largest, name + ": " + distance + " of " + norm);
    }

    private static double norm(float[] values, float[] minus) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - (minus == null ? 0 : minus[i]);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
