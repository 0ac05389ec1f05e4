package org.physioclr.core.synth;

import static org.physioclr.core.synth.Subject.between;

import java.util.random.RandomGenerator;

/** Fibrillatory waves: a sawtooth of 4 to 9 Hz whose frequency and size wander, as simECG makes them. */
final class Fibrillation {

    private static final int HARMONICS = 3;
    private static final double WANDER_HZ = 0.2;
    private static final double FREQUENCY_DEVIATION_HZ = 0.25;

    private Fibrillation() {
    }

    static void addTo(double[][] vector, double rateHz, RandomGenerator random) {
        double hz = between(4, 9, random);
        double sizeMv = between(0.02, 0.07, random);
        double start = between(0, 2 * Math.PI, random);
        for (int i = 0; i < vector[0].length; i++) {
            double t = i / rateHz;
            double wander = Math.sin(2 * Math.PI * WANDER_HZ * t);
            double phase = 2 * Math.PI * hz * t + FREQUENCY_DEVIATION_HZ / WANDER_HZ * wander + start;
            double wave = 0;
            for (int k = 1; k <= HARMONICS; k++) {
                wave -= 2 / (k * Math.PI) * sizeMv * (1 + wander / 3) * Math.sin(k * phase);
            }
            // seen best in V1 and II: to the front and down
            vector[1][i] += 0.6 * wave;
            vector[2][i] -= 0.9 * wave;
        }
    }
}
