package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void countsByHand() {
        byte[] truth = {1, 0, 1, 0, -1, 1};
        double[] probability = {0.95, 0.05, 0.6, 0.6, 0.5, Double.NaN};
        Calibration calibration = Calibration.of(truth, probability, 10);
        assertEquals(4, calibration.rows());
        assertEquals((0.0025 + 0.0025 + 0.16 + 0.36) / 4, calibration.brier(), 1e-15);
        assertEquals((0.05 + 0.05 + 0.2) / 4, calibration.expectedError(), 1e-15);
        assertEquals(3, calibration.bins().size());
        Calibration.Bin middle = calibration.bins().get(1);
        assertEquals(0.6, middle.from());
        assertEquals(2, middle.rows());
        assertEquals(1, middle.positives());
        assertEquals(0.6, middle.meanProbability(), 1e-15);
        assertTrue(middle.share(0.95).interval().orElseThrow().contains(0.5));
    }

    /** scikit-learn 1.2.1's Brier score, and the expected error by NumPy. */
    @Test
    void agreesWithScikitLearn() {
        Draws draws = new Draws(7);
        byte[] truth = draws.truth(40, 0.4);
        double[] probability = draws.scores(truth, 0.1, 8);
        for (int row = 0; row < 40; row++) {
            probability[row] = Math.min(1, probability[row] / 1.5);
        }
        Calibration calibration = Calibration.of(truth, probability, 10);
        assertEquals(0.2517361111111111, calibration.brier(), 1e-14);
        assertEquals(0.14583333333333337, calibration.expectedError(), 1e-14);
    }

    @Test
    void oneIsInTheLastBin() {
        Calibration calibration = Calibration.of(new byte[] {1, 0}, new double[] {1, 0}, 10);
        assertEquals(0, calibration.brier());
        assertEquals(1, calibration.bins().get(1).to());
    }

    @Test
    void isUndefinedForWhatIsNoProbability() {
        Calibration logits = Calibration.of(new byte[] {1, 0}, new double[] {1.2, 0}, 10);
        assertTrue(Double.isNaN(logits.brier()) && Double.isNaN(logits.expectedError()));
        assertFalse(logits.reason().isEmpty());
        assertFalse(Calibration.of(new byte[] {-1}, new double[] {0.5}, 10).reason().isEmpty());
    }
}
