package org.physioclr.core.synth;

import static org.physioclr.core.synth.Subject.between;

import java.util.random.RandomGenerator;

import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.ElectrodeNoise;

/** What a recording adds at each electrode: wander, hum, white noise, and bursts of muscle noise. */
final class RecordingNoise {

    private static final double WANDER_MV = 0.12;
    private static final double HUM_MV = 0.03;
    private static final double HUM_HZ = 50;

    private RecordingNoise() {
    }

    static float[][] added(EcgRecord record, double factor, RandomGenerator random) {
        double wanderMv = factor * between(0, WANDER_MV, random);
        double humMv = factor * between(0, HUM_MV, random);
        double whiteMv = factor * between(0.005, 0.03, random);
        double burstMv = random.nextDouble() < 0.3 ? factor * between(0.03, 0.12, random) : 0;
        double burstFrom = between(0, record.durationSeconds(), random);
        return ElectrodeNoise.added(record, () -> {
            double[] noise = new double[record.length()];
            for (int wave = 0; wave < 3; wave++) {
                addSine(noise, between(0.05, 0.5, random), wanderMv / 3, record.rateHz(), random);
            }
            addSine(noise, HUM_HZ, humMv, record.rateHz(), random);
            double before = 0;
            for (int i = 0; i < noise.length; i++) {
                double white = random.nextGaussian();
                double sinceBurst = i / record.rateHz() - burstFrom;
                // differences of white noise: little below 20 Hz, as muscle noise has
                noise[i] += whiteMv * white + (sinceBurst > 0 && sinceBurst < 1 ? burstMv * (white - before) : 0);
                before = white;
            }
            return noise;
        });
    }

    private static void addSine(double[] signal, double hz, double amplitudeMv, double rateHz, RandomGenerator random) {
        double phase = between(0, 2 * Math.PI, random);
        for (int i = 0; i < signal.length; i++) {
            signal[i] += amplitudeMv * Math.sin(2 * Math.PI * hz * i / rateHz + phase);
        }
    }
}
