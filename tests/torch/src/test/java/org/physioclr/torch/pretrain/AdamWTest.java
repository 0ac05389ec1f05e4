package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;

/** The optimiser against PyTorch's (golden/adamw.py), and what must hold of it beside. */
class AdamWTest {

    private static final double[] RATES = {0.01, 0.01, 0.003, 0.02, 0.001, 0.005};
    private static final double[] SIZES = {2, 1e-7, 0.05, 30, 1e-3, 0.5};
    private static final long[][] SHAPES = {{5, 7}, {37}, {1, 1, 9}};

    /** Single against double precision, of numbers up to 1. */
    private static final double TOLERANCE = 1e-6;

    /** A network and its optimiser. */
    private static final class Trained {
        final NDManager manager;
        final Network network;
        final AdamW optimiser;

        Trained(NDManager manager) {
            this.manager = manager;
            Map<String, Tensor> weights = new LinkedHashMap<>();
            for (int i = 0; i < SHAPES.length; i++) {
                weights.put("array" + i, new Tensor(SHAPES[i], filled(SHAPES[i], 0.7 + i, 1)));
            }
            network = new Network(manager, weights, true);
            optimiser = new AdamW(manager, network, 0.1);
        }

        /** A step whose gradients are the given formula's. */
        double step(int step, double size, double clip) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                Autograd.recording(() -> {
                    NDArray loss = null;
                    for (int i = 0; i < SHAPES.length; i++) {
                        NDArray gradient = manager.create(filled(SHAPES[i], 0.3 + 0.1 * step + i, size),
                            new Shape(SHAPES[i]));
                        NDArray term = network.trained().get(i).mul(gradient).sum();
                        loss = loss == null ? term : loss.add(term);
                    }
                    Autograd.backward(loss);
                    return null;
                });
                double norm = Autograd.off(() -> optimiser.step(RATES[step], clip));
                network.dropGradients();
                return norm;
            }
        }

        float[] numbers() {
            List<float[]> arrays = network.trained().stream().map(NDArray::toFloatArray).toList();
            float[] numbers = new float[arrays.stream().mapToInt(array -> array.length).sum()];
            int at = 0;
            for (float[] array : arrays) {
                System.arraycopy(array, 0, numbers, at, array.length);
                at += array.length;
            }
            return numbers;
        }

        List<float[]> state() {
            return optimiser.sources().values().stream().map(source -> source.values().get()).toList();
        }
    }

    private static float[] filled(long[] shape, double step, double scale) {
        float[] values = new float[Math.toIntExact(Tensor.elements(shape))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * Math.sin(step * (i + 1)));
        }
        return values;
    }

    private static double[][] golden() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            AdamWTest.class.getResourceAsStream("adamw.csv"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(line -> Arrays.stream(line.split(","))
                .mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sixStepsAreThoseOfPyTorchToTheLastWeight() {
        try (NDManager manager = Libtorch.manager()) {
            Trained trained = new Trained(manager);
            double[][] golden = golden();
            assertEquals(RATES.length, golden.length);
            for (int step = 0; step < golden.length; step++) {
                double norm = trained.step(step, SIZES[step], 1);
                assertEquals(golden[step][1], norm, TOLERANCE * golden[step][1], "norm of step " + (step + 1));
                float[] numbers = trained.numbers();
                assertEquals(golden[step].length - 2, numbers.length);
                for (int i = 0; i < numbers.length; i++) {
                    assertEquals(golden[step][i + 2], numbers[i], TOLERANCE, "step " + (step + 1) + ", number " + i);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aStepWhoseGradientIsNoNumberLeavesNoTrace(double clip) {
        try (NDManager manager = Libtorch.manager()) {
            Trained disturbed = new Trained(manager);
            Trained undisturbed = new Trained(manager);
            for (Trained trained : List.of(disturbed, undisturbed)) {
                trained.step(0, 1, clip);
            }
            assertFalse(Double.isFinite(disturbed.step(1, Double.NaN, clip)));
            assertFalse(Double.isFinite(disturbed.step(1, Double.POSITIVE_INFINITY, clip)));
            for (int step = 1; step < 3; step++) {
                assertArrayEquals(undisturbed.numbers(), disturbed.numbers());
                List<float[]> expected = undisturbed.state();
                List<float[]> state = disturbed.state();
                for (int i = 0; i < expected.size(); i++) {
                    assertArrayEquals(expected.get(i), state.get(i));
                }
                undisturbed.step(step, 1, clip);
                disturbed.step(step, 1, clip);
            }
        }
    }

    @Test
    void whatNoLossDependedOnHasTheGradientZero() {
        try (NDManager manager = Libtorch.manager()) {
            Trained trained = new Trained(manager);
            float[] before = trained.numbers();
            assertEquals(0, Autograd.off(() -> trained.optimiser.step(0.1, 1)));
            float[] after = trained.numbers();
            for (int i = 0; i < before.length; i++) {
                boolean decays = i < 35;
                assertEquals(decays ? 0.99 * before[i] : before[i], after[i], TOLERANCE); // 1 - rate · decay
            }
        }
    }
}
