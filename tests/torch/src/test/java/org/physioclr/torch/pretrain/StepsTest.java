package org.physioclr.torch.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.loss.Pairing;
import org.physioclr.torch.loss.PublishedPairing;
import org.physioclr.torch.loss.ViewPairs;
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.FeaturePositives;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.Training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Steps of a small model of two leads: what is added up, what is left behind. */
class StepsTest {

    private static final int SAMPLES = 48;
    private static final int VIEWS = 4;

    private final Model model = Model.of(new PretrainOptions(Method.PHYSIOCLR, EncoderPreset.TINY,
        new Preprocessing(List.of("I", "V1"), 48, 1, FilterPreset.NONE, "none"), Contrast.DEFAULT,
        Reconstruction.of(0.2, 0.1), Training.of(1, 2, 1)));

    private static Batch batch(long seed, ViewPairs pairs) {
        RandomGenerator random = new Seed(seed).generator();
        float[] signals = new float[VIEWS * 2 * SAMPLES];
        for (int i = 0; i < signals.length; i++) {
            signals[i] = (float) random.nextGaussian();
        }
        float[] peaks = new float[VIEWS * SAMPLES];
        Arrays.fill(peaks, 0, 20, 1);
        return new Batch(new int[] {(int) seed, (int) seed + 1}, VIEWS, signals, pairs, signals.clone(), null, peaks,
            VIEWS);
    }

    private static Batch batch(long seed) {
        return batch(seed, Pairing.of(new int[] {0, 0, 1, 1}, null, FeaturePositives.NONE));
    }

    private Network network(NDManager manager) {
        return new Network(manager, model.initial(new Seed(1)), true);
    }

    private Steps steps(Network network, NDManager manager) {
        return new Steps(model, network, manager, new AdamW(manager, network, 0.01));
    }

    private static List<float[]> gradients(Network network) {
        List<float[]> gradients = new ArrayList<>();
        for (NDArray parameter : network.trained()) {
            try (NDArray gradient = parameter.getGradient()) {
                gradients.add(gradient.toFloatArray());
            }
        }
        return gradients;
    }

    private List<float[]> gradients(int parts, Batch... batches) {
        try (NDManager manager = Libtorch.manager()) {
            Network network = network(manager);
            Steps steps = steps(network, manager);
            for (Batch batch : batches) {
                steps.learn(batch, parts, new Seed(1));
            }
            return gradients(network);
        }
    }

    @Test
    void theGradientOfAStepIsTheMeanOverItsBatches() {
        List<float[]> first = gradients(1, batch(1));
        List<float[]> second = gradients(1, batch(5));
        List<float[]> both = gradients(2, batch(1), batch(5));
        for (int i = 0; i < both.size(); i++) {
            for (int k = 0; k < both.get(i).length; k++) {
                double scale = Math.abs(first.get(i)[k]) + Math.abs(second.get(i)[k]) + 1e-4;
                assertEquals((first.get(i)[k] + second.get(i)[k]) / 2, both.get(i)[k], 1e-5 * scale, i + ", " + k);
            }
        }
    }

    @Test
    void aStepKnowsItsEcgsUntilTheNextOneBegins() {
        try (NDManager manager = Libtorch.manager()) {
            Steps steps = steps(network(manager), manager);
            steps.learn(batch(1), 2, new Seed(1));
            steps.learn(batch(5), 2, new Seed(1));
            assertTrue(steps.update(0.001) > 0);
            assertArrayEquals(new int[] {1, 2, 5, 6}, steps.ecgs());
            steps.learn(batch(8), 1, new Seed(1));
            assertArrayEquals(new int[] {8, 9}, steps.ecgs());
        }
    }

    @Test
    void nothingIsLeftBehindByAStepOfEitherForm() {
        for (ViewPairs pairs : List.of(Pairing.of(new int[] {0, 0, 1, 1}, null, FeaturePositives.NONE),
            PublishedPairing.of(2, true, true, null, 0.25))) {
            try (NDManager manager = Libtorch.manager()) {
                Steps steps = steps(network(manager), manager);
                int[] counts = new int[5];
                for (int i = 0; i < counts.length; i++) {
                    steps.learn(batch(i, pairs), 1, new Seed(i));
                    steps.update(0.001);
                    steps.loss(batch(i, pairs));
                    counts[i] = manager.getManagedArrays().size();
                }
                assertEquals(counts[1], counts[4], Arrays.toString(counts));
            }
        }
    }

    @Test
    void aBatchWithoutAnchorsOrReconstructionChangesNothing() {
        Batch whole = batch(1);
        Batch nothing = new Batch(whole.indices(), VIEWS, whole.signals(),
            Pairing.of(new int[] {0, 0, 0, 0}, null, FeaturePositives.NONE), new float[0], null, new float[0], 0);
        assertFalse(nothing.pulls());
        try (NDManager manager = Libtorch.manager()) {
            Network network = network(manager);
            Steps steps = steps(network, manager);
            float[] before = network.trained().get(0).toFloatArray();
            assertEquals(0, steps.learn(nothing, 1, new Seed(1)).total());
            assertEquals(0, steps.update(0.1));
            assertArrayEquals(before, network.trained().get(0).toFloatArray());
        }
    }
}
