package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.encoder.Pass;
import org.physioclr.torch.loss.Pairing;
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.FeaturePositives;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.Training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Encoder, projector, decoder, losses, gradients and optimiser against PyTorch (golden/encoder_and_losses.py). */
class ModelGoldenTest {

    private static final int LEADS = 3;
    private static final int SAMPLES = 50;
    private static final int VIEWS = 6;

    /** Single against double precision. */
    private static final double RELATIVE = 2e-4;

    private static final FeaturePositives RULE =
        new FeaturePositives(true, FeaturePositives.Rule.THRESHOLD, 0.6, 0.3, 10, 0, 0.5, false);

    private final Model model = Model.of(new PretrainOptions(Method.PHYSIOCLR, EncoderPreset.TINY,
        new Preprocessing(List.of("I", "II", "V1"), 20, 2.5, FilterPreset.NONE, "none"),
        Contrast.DEFAULT.with(RULE), Reconstruction.of(0.2, 0.1), Training.of(1, 2, 1)));
    private final Map<String, double[]> golden = golden();

    private static Map<String, double[]> golden() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            ModelGoldenTest.class.getResourceAsStream("encoder_and_losses.csv"), StandardCharsets.UTF_8))) {
            Map<String, double[]> golden = new LinkedHashMap<>();
            reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",")).forEach(field ->
                golden.put(field[0], Arrays.stream(field).skip(1).mapToDouble(Double::parseDouble).toArray()));
            return golden;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] filled(long count, double step, double scale) {
        float[] values = new float[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * Math.sin(step * (i + 1)));
        }
        return values;
    }

    /** The formulas of the script, for the names and shapes of our own weights. */
    private Map<String, Tensor> weights() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        model.initial(new Seed(1)).forEach((name, tensor) -> {
            int stage = Integer.parseInt(name.split("\\.")[1]);
            String part = name.substring(name.indexOf('.', name.indexOf('.') + 1) + 1);
            double[] formula = name.startsWith("encoder.") ? switch (part) {
                case "conv.weight" -> new double[] {0.7 + stage, 0.2, 0};
                case "norm.weight" -> new double[] {0.3, 0.1, 1};
                case "norm.bias" -> new double[] {0.9, 0.1, 0};
                case "norm.running_mean" -> new double[] {0.5, 0.1, 0};
                default -> new double[] {0.4, 0.2, 1};
            } : name.startsWith("projector.") ? new double[] {part.equals("weight") ? 1.3 : 1.1, 0.1, 0}
                : new double[] {part.equals("weight") ? 0.6 + stage : 0.8, 0.1, 0};
            float[] values = filled(tensor.values().length, formula[0], formula[1]);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (values[i] + formula[2]);
            }
            weights.put(name, new Tensor(tensor.shape(), values));
        });
        return weights;
    }

    private static Batch batch() {
        double[][] alike = {{1, 0}, {Math.cos(Math.toRadians(50)), Math.sin(Math.toRadians(50))},
            {Math.cos(Math.toRadians(110)), Math.sin(Math.toRadians(110))}};
        int[] people = {0, 0, 1, 1, 2, 2};
        Pairing pairing = Pairing.of(people, Arrays.stream(people).mapToObj(person -> alike[person])
            .toArray(double[][]::new), RULE);
        float[] peaks = new float[VIEWS * SAMPLES];
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = i % SAMPLES % 25 < 5 ? 1 : 0;
        }
        return new Batch(new int[] {0, 1, 2}, VIEWS, filled(VIEWS * LEADS * SAMPLES, 0.37, 1), pairing,
            filled(VIEWS * LEADS * SAMPLES, 0.21, 1), null, peaks, VIEWS);
    }

    private void assertGolden(String name, double scale, double... actual) {
        double[] expected = golden.get(name);
        assertEquals(expected.length, actual.length, name);
        for (int i = 0; i < actual.length; i++) {
            assertEquals(expected[i], actual[i], RELATIVE * Math.max(scale, Math.abs(expected[i])), name + " " + i);
        }
    }

    private static double[] facts(NDArray array) {
        double sum = 0;
        double square = 0;
        float[] values = array.toFloatArray();
        for (float value : values) {
            sum += value;
            square += (double) value * value;
        }
        return new double[] {sum, Math.sqrt(square), values[0]};
    }

    @Test
    void featuresAreThoseOfPyTorchInBothModes() {
        try (NDManager manager = Libtorch.manager()) {
            Network network = new Network(manager, weights(), false);
            NDArray signals = manager.create(batch().signals(), new Shape(VIEWS, LEADS, SAMPLES));
            Autograd.off(() -> {
                for (String mode : List.of("eval", "train")) {
                    NDArray features = model.encoder().features(network, signals,
                        mode.equals("train") ? Pass.training(new Seed(1)) : Pass.EVALUATION);
                    double[] facts = facts(features);
                    assertGolden(mode + " features", 1, facts[0], facts[1], facts[2], features.getFloat(5, 127, 3));
                }
                return null;
            });
            Map<String, Tensor> after = network.copy(model.encoder());
            assertGolden("running mean", 0.1, sum(after.get("encoder.3.norm.running_mean")),
                after.get("encoder.0.norm.running_mean").values()[1]);
            assertGolden("running var", 0.1, sum(after.get("encoder.3.norm.running_var")),
                after.get("encoder.0.norm.running_var").values()[1]);
        }
    }

    private static double sum(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += value;
        }
        return sum;
    }

    @Test
    void lossesGradientsAndAStepAreThoseOfPyTorch() {
        try (NDManager manager = Libtorch.manager()) {
            Map<String, Tensor> weights = weights();
            Network network = new Network(manager, weights, true);
            Model.Losses losses = Autograd.recording(() -> {
                Model.Losses computed = model.losses(network, manager, batch(), Pass.training(new Seed(1)));
                Autograd.backward(computed.total());
                return computed;
            });
            assertGolden("losses", 1, losses.total().getFloat(), losses.contrastive().getFloat(),
                losses.reconstruction().getFloat(), losses.peaks().getFloat());
            List<String> names = new ArrayList<>(weights.keySet());
            names.removeIf(name -> name.contains(".running_"));
            assertEquals(names.size(), network.trained().size());
            assertTrue(golden.keySet().containsAll(names.stream().map(name -> "gradient " + name).toList()));
            for (int i = 0; i < names.size(); i++) {
                double[] facts = facts(network.trained().get(i).getGradient());
                double[] expected = golden.get("gradient " + names.get(i));
                double scale = expected[1] + 1e-4;
                assertEquals(expected[0], facts[0], 10 * RELATIVE * scale * Math.sqrt(network.trained().get(i).size()),
                    names.get(i));
                assertEquals(expected[1], facts[1], 10 * RELATIVE * scale, names.get(i));
                assertEquals(expected[2], facts[2], 10 * RELATIVE * scale, names.get(i));
            }
            AdamW optimiser = new AdamW(manager, network, 0.01);
            assertGolden("gradient norm", 1, Autograd.off(() -> optimiser.step(0.003, 1)));
            double total = 0;
            double square = 0;
            for (NDArray parameter : network.trained()) {
                double[] facts = facts(parameter);
                total += facts[0];
                square += facts[1] * facts[1];
            }
            assertGolden("after a step", 1, total, Math.sqrt(square));
        }
    }
}
