package org.physioclr.torch.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.Libtorch;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.protocol.FeaturePositives;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** The laws of the method's contrastive loss: special cases, symmetry, bounds and gradient. */
class ContrastiveLossTest {

    private static final int NUMBERS = 5;
    private static final double TEMPERATURE = 0.1;
    private static final FeaturePositives THRESHOLDS =
        new FeaturePositives(true, FeaturePositives.Rule.THRESHOLD, 0.6, 0.2, 10, 0, 0.5, false);

    private static double[][] unitRows(int rows, long seed) {
        RandomGenerator random = new Seed(seed).generator();
        double[][] z = new double[rows][NUMBERS];
        for (double[] row : z) {
            double square = 0;
            for (int i = 0; i < NUMBERS; i++) {
                row[i] = random.nextGaussian();
                square += row[i] * row[i];
            }
            for (int i = 0; i < NUMBERS; i++) {
                row[i] /= Math.sqrt(square);
            }
        }
        return z;
    }

    private static NDArray array(NDManager manager, double[][] rows) {
        float[] flat = new float[rows.length * NUMBERS];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) rows[i / NUMBERS][i % NUMBERS];
        }
        return manager.create(flat, new Shape(rows.length, NUMBERS));
    }

    private static double loss(double[][] z, Pairing pairing) {
        try (NDManager manager = Libtorch.manager()) {
            return ContrastiveLoss.of(array(manager, z), pairing, TEMPERATURE).getFloat();
        }
    }

    private static double similarity(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < NUMBERS; i++) {
            sum += a[i] * b[i] / TEMPERATURE;
        }
        return sum;
    }

    @Test
    void pairsAloneAreNtXent() {
        double[][] z = unitRows(8, 1);
        double expected = 0;
        for (int u = 0; u < 8; u++) {
            double denominator = 0;
            for (int v = 0; v < 8; v++) {
                denominator += u == v ? 0 : Math.exp(similarity(z[u], z[v]));
            }
            expected -= (similarity(z[u], z[u ^ 1]) - Math.log(denominator)) / 8;
        }
        assertEquals(expected, loss(z, Pairing.of(new int[] {0, 0, 1, 1, 2, 2, 3, 3}, null, THRESHOLDS)), 1e-5);
    }

    /** Khosla et al. 2020, equation 2: records of the same physiology are the classes. */
    @Test
    void groupsAloneAreSupConOut() {
        double[][] z = unitRows(9, 2);
        double[][] features = new double[9][];
        for (int u = 0; u < 9; u++) {
            features[u] = new double[] {u % 3 == 0 ? 1 : 0, u % 3 == 1 ? 1 : 0, u % 3 == 2 ? 1 : 0};
        }
        double expected = 0;
        for (int u = 0; u < 9; u++) {
            double denominator = 0;
            double positives = 0;
            for (int v = 0; v < 9; v++) {
                denominator += u == v ? 0 : Math.exp(similarity(z[u], z[v]));
                positives += u != v && u % 3 == v % 3 ? similarity(z[u], z[v]) : 0;
            }
            expected += (Math.log(denominator) - positives / 2) / 9;
        }
        int[] strangers = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        assertEquals(expected, loss(z, Pairing.of(strangers, features, THRESHOLDS)), 1e-5);
    }

    @Test
    void orderOfTheViewsDoesNotMatter() {
        double[][] z = unitRows(6, 3);
        double[][] features = {{1, 0}, {1, 0}, {1, 0.2}, {1, 0.2}, {-1, 0.3}, {-1, 0.3}};
        int[] people = {0, 0, 1, 1, 2, 2};
        int[] order = {3, 0, 5, 1, 4, 2};
        double[][] otherZ = new double[6][];
        double[][] otherFeatures = new double[6][];
        int[] otherPeople = new int[6];
        for (int i = 0; i < 6; i++) {
            otherZ[i] = z[order[i]];
            otherFeatures[i] = features[order[i]];
            otherPeople[i] = people[order[i]];
        }
        assertEquals(loss(z, Pairing.of(people, features, THRESHOLDS)),
            loss(otherZ, Pairing.of(otherPeople, otherFeatures, THRESHOLDS)), 1e-5);
    }

    @Test
    void isNeverNegativeAndFiniteAtItsExtremes() {
        double[][] perfect = {{1, 0, 0, 0, 0}, {1, 0, 0, 0, 0}, {-1, 0, 0, 0, 0}, {-1, 0, 0, 0, 0}};
        Pairing pairing = Pairing.of(new int[] {0, 0, 1, 1}, null, THRESHOLDS);
        double best = loss(perfect, pairing);
        assertTrue(best >= 0 && best < 1e-6, "positives at one place, negatives opposite: " + best);
        double worst = loss(perfect, Pairing.of(new int[] {0, 1, 0, 1}, null, THRESHOLDS));
        assertEquals(2 / TEMPERATURE, worst, 1e-3, "the positive opposite, a negative at the same place");
        for (int seed = 10; seed < 20; seed++) {
            assertTrue(loss(unitRows(6, seed), Pairing.of(new int[] {0, 0, 0, 1, 1, 2}, null, THRESHOLDS)) >= 0);
        }
    }

    @Test
    void withoutAnchorsItIsExactlyZeroAndHasNoPull() {
        Pairing none = Pairing.of(new int[] {0, 0, 0}, null, THRESHOLDS);
        assertEquals(0, loss(unitRows(3, 4), none));
        assertArrayEquals(new float[3 * NUMBERS], gradient(unitRows(3, 4), none));
    }

    private static float[] gradient(double[][] z, Pairing pairing) {
        try (NDManager manager = Libtorch.manager()) {
            NDArray array = array(manager, z);
            array.setRequiresGradient(true);
            return Autograd.recording(() -> {
                Autograd.backward(ContrastiveLoss.of(array, pairing, TEMPERATURE));
                return array.getGradient().toFloatArray();
            });
        }
    }

    /** Central differences of the formula in double precision, written a second time. */
    @Test
    void gradientIsThatOfTheFormula() {
        double[][] z = unitRows(6, 5);
        double[][] features = {{1, 0}, {1, 0}, {1, 0.2}, {1, 0.2}, {-1, 0.3}, {-1, 0.3}};
        Pairing pairing = Pairing.of(new int[] {0, 0, 1, 1, 2, 2}, features, THRESHOLDS);
        float[] gradient = gradient(z, pairing);
        double h = 1e-5;
        for (int i = 0; i < gradient.length; i++) {
            double[] row = z[i / NUMBERS];
            double here = row[i % NUMBERS];
            row[i % NUMBERS] = here + h;
            double above = formula(z, pairing);
            row[i % NUMBERS] = here - h;
            double below = formula(z, pairing);
            row[i % NUMBERS] = here;
            assertEquals((above - below) / (2 * h), gradient[i], 2e-4, "number " + i);
        }
    }

    /** DJL lends PyTorch the memory of Java's buffers; what the way back needs must not be collected before it. */
    @Test
    void gradientOutlivesTheGarbageCollector() {
        double[][] z = unitRows(6, 5);
        Pairing pairing = Pairing.of(new int[] {0, 0, 1, 1, 2, 2}, null, THRESHOLDS);
        float[] expected = gradient(z, pairing);
        for (int attempt = 0; attempt < 5; attempt++) {
            try (NDManager manager = Libtorch.manager()) {
                NDArray array = array(manager, z);
                array.setRequiresGradient(true);
                float[] actual = Autograd.recording(() -> {
                    NDArray loss = ContrastiveLoss.of(array, pairing, TEMPERATURE);
                    System.gc();
                    for (int i = 0; i < 1000; i++) {
                        manager.create(Float.NaN); // takes the place of what was freed
                    }
                    Autograd.backward(loss);
                    return array.getGradient().toFloatArray();
                });
                assertArrayEquals(expected, actual);
            }
        }
    }

    private static double formula(double[][] z, Pairing pairing) {
        int views = z.length;
        double loss = 0;
        for (int u = 0; u < views; u++) {
            double denominator = 0;
            for (int v = 0; v < views; v++) {
                denominator += pairing.excluded()[u * views + v] < 0 ? 0 : Math.exp(similarity(z[u], z[v]));
            }
            for (int v = 0; v < views; v++) {
                loss += pairing.weights()[u * views + v] * (Math.log(denominator) - similarity(z[u], z[v]));
            }
        }
        return loss;
    }
}
