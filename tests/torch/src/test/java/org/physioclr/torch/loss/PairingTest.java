package org.physioclr.torch.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.physioclr.torch.protocol.FeaturePositives;

class PairingTest {

    private static final FeaturePositives THRESHOLDS =
        new FeaturePositives(true, FeaturePositives.Rule.THRESHOLD, 0.6, 0.2, 10, 0, 0.5, false);

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

    /** Six patients; pairs by cosine: 01 and 23 at 0.8, 02 at 0.6, the rest lower. */
    @Test
    void topShareTakesTheMostSimilarPairsWhateverTheirSimilarity() {
        double[][] features = {{1, 0, 0}, {0.8, 0.6, 0}, {0.6, 0, 0.8}, {0, 0.6, 0.8}, {0, 0, -1}, {-1, 0, 0}};
        int[] people = {0, 1, 2, 3, 4, 5};
        // 1 of 15 pairs positive, the next one neither; 01 has 0.8, 23 has 0.64, 02 has 0.6.
        Pairing pairing = Pairing.of(people, features,
            new FeaturePositives(true, FeaturePositives.Rule.TOP_SHARE, 0, 0, 100.0 / 15, 100.0 / 15, 0.5, false));
        assertEquals(2, pairing.anchors(), "0 and 1");
        assertTrue(pairing.weights()[1] > 0 && pairing.weights()[6] > 0);
        assertTrue(pairing.excluded()[6 * 2 + 3] < 0 && pairing.excluded()[6 * 3 + 2] < 0, "neither");
        assertEquals(0, pairing.excluded()[2], "a negative");
    }

    @Test
    void softWeightsAreTheSimilarityTimesLambda() {
        double[][] features = {{1, 0}, {1, 0}, {0.8, 0.6}, {-1, 0}};
        Pairing pairing = Pairing.of(new int[] {0, 0, 1, 2}, features,
            new FeaturePositives(true, FeaturePositives.Rule.THRESHOLD, 0.6, 0.2, 10, 0, 0.5, true));
        assertEquals(0.4, pairing.weights()[2] / pairing.weights()[1], 1e-6, "0.5 · 0.8 against the own record's 1");
        Pairing opposite = Pairing.of(new int[] {0, 1, 2}, new double[][] {{1, 0}, {-1, 0.1}, {1, 0.1}},
            new FeaturePositives(true, FeaturePositives.Rule.THRESHOLD, -1, -1, 10, 0, 0.5, true));
        assertEquals(0, opposite.weights()[1]);
        assertTrue(opposite.excluded()[1] < 0, "a weight below 0 makes no positive, and no negative either");
    }

    @Test
    void missingPhysiologyIsLikeNobodys() {
        Pairing pairing = Pairing.of(new int[] {0, 1, 2}, new double[][] {{0, 0}, {1, 0}, {1, 0}}, THRESHOLDS);
        assertEquals(0, pairing.weights()[1]);
        assertEquals(0, pairing.excluded()[1], "a negative");
        assertTrue(pairing.weights()[5] > 0);
    }
}
