package org.physioclr.torch.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.physioclr.torch.Libtorch;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** The published loss keeps the defects for which it is there. */
class PublishedLossTest {

    private static final double TEMPERATURE = 0.5;
    private static final float[] UNIT = {1, 0, 0.6f, 0.8f, -1, 0, 0, 1, 0.8f, 0.6f, -0.6f, 0.8f};

    private static double loss(int ecgs, PublishedPairing pairing) {
        try (NDManager manager = Libtorch.manager()) {
            return pairing.loss(manager.create(UNIT, new Shape(UNIT.length / 2, 2)).get("0:" + 2 * ecgs), TEMPERATURE)
                .getFloat();
        }
    }

    private static double power(int a, int b) {
        return Math.exp((UNIT[2 * a] * UNIT[2 * b] + UNIT[2 * a + 1] * UNIT[2 * b + 1]) / TEMPERATURE);
    }

    /** Three ECGs, views 0 to 2, and their copies, 3 to 5; the features of 0 and 1 are alike. */
    @Test
    void isTheFormulaOfThePublishedCode() {
        double[][] features = {{1, 0}, {1, 0.1}, {-1, 0}};
        double expected = Math.log(power(0, 2)) - Math.log(power(0, 0) + power(0, 1) + power(0, 3) + power(0, 1));
        expected += Math.log(power(1, 2)) - Math.log(power(1, 1) + power(1, 0) + power(1, 4) + power(1, 2));
        expected += Math.log(power(2, 0) + power(2, 1)) - Math.log(power(2, 2) + power(2, 5) + power(2, 0));
        PublishedPairing pairing = PublishedPairing.of(3, true, true, features, 0.25);
        assertEquals(expected / 3, loss(3, pairing), 1e-5);
        assertEquals(6, pairing.views());
        assertEquals((4 + 4 + 3) / 3.0, pairing.positivesPerAnchor(), 1e-12, "itself, copy, next ECG, similar ones");
        assertTrue(expected < 0, "it has no lower bound");
    }

    @Test
    void withoutCopyNextEcgAndFeaturesOnlyItselfIsPositive() {
        double expected = 0;
        for (int u = 0; u < 3; u++) {
            expected += Math.log(power(u, (u + 1) % 3) + power(u, (u + 2) % 3)) - Math.log(power(u, u));
        }
        PublishedPairing pairing = PublishedPairing.of(3, false, false, null, 0.25);
        try (NDManager manager = Libtorch.manager()) {
            assertEquals(expected / 3, pairing.loss(manager.create(UNIT, new Shape(6, 2)).get("0:3"), TEMPERATURE)
                .getFloat(), 1e-5);
        }
    }

    @Test
    void withoutNegativesItFallsToMinusTenThousand() {
        PublishedPairing pairing = PublishedPairing.of(3, true, true, new double[][] {{1}, {2}, {3}}, 0.25);
        assertEquals(3, pairing.withoutNegatives());
        assertEquals(-1e4, loss(3, pairing), 10);
        assertEquals(-1e4, loss(1, PublishedPairing.of(1, true, true, null, 0.25)), 10, "a batch of one ECG");
    }
}
