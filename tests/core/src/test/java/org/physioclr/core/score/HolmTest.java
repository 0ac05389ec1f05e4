package org.physioclr.core.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void multipliesStepByStepAndNeverFalls() {
        // Sorted 0.01, 0.02, 0.03, 0.5 times 4, 3, 2, 1 = 0.04, 0.06, 0.06, 0.5.
        assertArrayEquals(new double[] {0.06, 0.04, 0.5, 0.06}, Holm.adjust(0.03, 0.01, 0.5, 0.02), 1e-15);
        assertArrayEquals(new double[] {1, 1}, Holm.adjust(0.6, 0.9), 1e-15);
    }

    @Test
    void testsThatWereNotMadeDoNotCount() {
        assertArrayEquals(new double[] {0.02, Double.NaN, 0.3}, Holm.adjust(0.01, Double.NaN, 0.3), 1e-15);
        assertArrayEquals(new double[0], Holm.adjust());
    }
}
