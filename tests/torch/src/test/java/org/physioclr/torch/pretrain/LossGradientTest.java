package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.encoder.Decoder;
import org.physioclr.torch.encoder.Encoder;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.encoder.Pass;
import org.physioclr.torch.encoder.Projector;
import org.physioclr.torch.loss.Pairing;
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.EncoderArchitecture.Convolutional;
import org.physioclr.torch.protocol.EncoderArchitecture.Residual;
import org.physioclr.torch.protocol.EncoderArchitecture.Stem;
import org.physioclr.torch.protocol.EncoderArchitecture.Transformer;
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
import ai.djl.ndarray.types.DataType;

/**
 * The gradient of the whole loss (contrastive, reconstruction, peaks) with respect to every array of encoder, projector
 * and decoder against central differences, in double precision, dropout and batch statistics included.
 */
class LossGradientTest {

    private static final FeaturePositives RULE =
        new FeaturePositives(true, FeaturePositives.Rule.THRESHOLD, 0.6, 0.3, 10, 0, 0.5, false);

    private static final int SAMPLES = 70;
    private static final int VIEWS = 6;
    private static final List<String> LEADS = List.of("I", "II", "V1");
    private static final Pass PASS = Pass.training(new Seed(5));
    private static final double STEP = 1e-6;

    private static EncoderArchitecture architecture(String name) {
        return switch (name) {
            case "convolutional" -> new Convolutional(3, List.of(8, 12), List.of(7, 5));
            case "small" -> new Transformer(3, Stem.BATCH_NORM, List.of(8, 12), List.of(7, 5), 12, 2, 2, 20, 4, 4, true,
                0.1, 1);
            case "base" -> new Transformer(3, Stem.GROUP_NORM, List.of(8, 8), List.of(2, 2), 12, 2, 3, 20, 5, 2, false,
                0.1, 1);
            default -> new Residual(3, List.of(4, 5, 8), List.of(2, 1), 4, 4, 5);
        };
    }

    private static Model model(EncoderArchitecture architecture) {
        PretrainOptions options = new PretrainOptions(Method.PHYSIOCLR, EncoderPreset.TINY,
            new Preprocessing(LEADS, 20, SAMPLES / 20.0, FilterPreset.NONE, "none"),
            Contrast.DEFAULT.with(RULE), Reconstruction.of(0.2, 0.1), Training.of(1, 2, 1));
        int length = architecture.embeddingLength();
        return new Model(options, Encoder.of(architecture), new Projector(length, length / 2),
            new Decoder(architecture));
    }

    private static Batch batch(RandomGenerator random) {
        double[][] alike = {{1, 0}, {Math.cos(Math.toRadians(50)), Math.sin(Math.toRadians(50))},
            {Math.cos(Math.toRadians(110)), Math.sin(Math.toRadians(110))}};
        int[] people = {0, 0, 1, 1, 2, 2};
        Pairing pairing = Pairing.of(people, Arrays.stream(people).mapToObj(person -> alike[person])
            .toArray(double[][]::new), RULE);
        float[] peaks = new float[VIEWS * SAMPLES];
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = i % SAMPLES % 25 < 5 ? 1 : 0;
        }
        int size = VIEWS * LEADS.size() * SAMPLES;
        float[] counted = floats(random, size); // as under masks: about half of the samples
        for (int i = 0; i < size; i++) {
            counted[i] = counted[i] > 0 ? 1 : 0;
        }
        return new Batch(new int[] {0, 1, 2}, VIEWS, floats(random, size), pairing, floats(random, size),
            counted, peaks, VIEWS);
    }

    private static float[] floats(RandomGenerator random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Random weights with every array away from its first value, so that none is zero or all one. */
    private static Map<String, Tensor> weights(Model model, RandomGenerator random) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        model.initial(new Seed(1)).forEach((name, tensor) -> {
            float[] moved = floats(random, tensor.values().length);
            for (int i = 0; i < moved.length; i++) {
                moved[i] = tensor.values()[i] + 0.1f * (name.endsWith("running_var") ? Math.abs(moved[i]) : moved[i]);
            }
            weights.put(name, new Tensor(tensor.shape(), moved));
        });
        return weights;
    }

    @ParameterizedTest
    @ValueSource(strings = {"convolutional", "small", "base", "residual"})
    void everyGradientIsTheSlopeOfTheLoss(String name) {
        Model model = model(architecture(name));
        RandomGenerator random = new Seed(3).generator();
        try (NDManager manager = Libtorch.manager()) {
            Network network = new Network(manager, weights(model, random), true, DataType.FLOAT64);
            Batch batch = batch(random);
            double loss = Autograd.recording(() -> {
                Model.Losses losses = model.losses(network, manager, batch, PASS);
                Autograd.backward(losses.total());
                return losses.total().getDouble();
            });
            assertTrue(loss > 0.1, "a loss to speak of");
            int checked = 0;
            for (NDArray parameter : network.trained()) {
                double[] gradient = parameter.getGradient().toDoubleArray();
                double[] direction = direction(random, gradient.length);
                NDArray step = manager.create(direction, parameter.getShape());
                double expected = 0;
                for (int i = 0; i < gradient.length; i++) {
                    expected += gradient[i] * direction[i];
                }
                double above = moved(model, network, batch, parameter, step, STEP);
                double below = moved(model, network, batch, parameter, step, -STEP);
                assertEquals(expected, (above - below) / (2 * STEP), 1e-5 * Math.abs(expected) + 1e-7,
                    "array " + checked);
                checked++;
            }
            assertTrue(checked >= 14, "encoder, projector and decoder");
        }
    }

    private static double[] direction(RandomGenerator random, int length) {
        double[] direction = random.doubles(length, -1, 1).toArray();
        double norm = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
        return Arrays.stream(direction).map(x -> x / norm).toArray();
    }

    private static double moved(Model model, Network network, Batch batch, NDArray parameter, NDArray step,
            double by) {
        return Autograd.off(() -> {
            parameter.addi(step.mul(by));
            double loss = model.losses(network, parameter.getManager(), batch, PASS).total().getDouble();
            parameter.addi(step.mul(-by));
            return loss;
        });
    }
}
