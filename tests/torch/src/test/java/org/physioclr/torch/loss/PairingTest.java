package org.physioclr.torch.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairingTest {

    private static final Pairing.Thresholds THRESHOLDS = new Pairing.Thresholds(0.5, 0.6, 0.2);

    @Test
    void withoutFeaturesOnlyTheOwnPatientIsPositiveAndAllOthersAreNegative() {
        Pairing pairing = Pairing.of(new int[] {0, 0, 1, 1}, null, THRESHOLDS);
        assertArrayEquals(new float[] {0, 0.25f, 0, 0, 0.25f, 0, 0, 0, 0, 0, 0, 0.25f, 0, 0, 0.25f, 0},
            pairing.weights());
        for (int u = 0; u < 4; u++) {
            for (int v = 0; v < 4; v++) {
                assertEquals(u == v, pairing.excluded()[4 * u + v] < 0, "only the view itself is left out");
            }
        }
        assertEquals(4, pairing.anchors());
        assertEquals(1, pairing.positivesPerAnchor());
    }

    @Test
    void similarityMakesPositivesNegativesAndWhatIsLeftOut() {
        // Cosines with the first: 0.8, 0.4, 0.
        double[][] features = {{1, 0}, {0.8, 0.6}, {0.4, Math.sqrt(0.84)}, {0, 3}};
        Pairing pairing = Pairing.of(new int[] {0, 1, 2, 3}, features, THRESHOLDS);
        assertTrue(pairing.weights()[1] > 0, "alike");
        assertTrue(pairing.excluded()[2] < 0, "neither alike nor different");
        assertEquals(0, pairing.weights()[3]);
        assertEquals(0, pairing.excluded()[3], "different");
    }

    @Test
    void weightsOfAnAnchorAddUpToItsShare() {
        double[][] features = {{1, 0}, {1, 0}, {1, 0.1}, {-1, 0}};
        Pairing pairing = Pairing.of(new int[] {0, 0, 1, 2}, features, THRESHOLDS);
        assertEquals(3, pairing.anchors(), "the last has no positive");
        assertEquals(1, pairing.withoutPositives());
        assertEquals(1.0 / 3 * 1 / 1.5, pairing.weights()[1], 1e-7, "its own record weighs 1 of 1.5");
        assertEquals(1.0 / 3 * 0.5 / 1.5, pairing.weights()[2], 1e-7, "a similar record weighs 0.5 of 1.5");
    }

    @Test
    void viewsWithoutNegativesAreNoAnchors() {
        Pairing pairing = Pairing.of(new int[] {0, 0, 1, 1}, new double[][] {{1}, {1}, {2}, {2}}, THRESHOLDS);
        assertEquals(0, pairing.anchors());
        assertEquals(4, pairing.withoutNegatives());
        assertArrayEquals(new float[16], pairing.weights());
    }

    @Test
    void missingPhysiologyIsLikeNobodys() {
        Pairing pairing = Pairing.of(new int[] {0, 1, 2}, new double[][] {{0, 0}, {1, 0}, {1, 0}}, THRESHOLDS);
        assertEquals(0, pairing.weights()[1]);
        assertEquals(0, pairing.excluded()[1], "a negative");
        assertTrue(pairing.weights()[5] > 0);
    }
}
