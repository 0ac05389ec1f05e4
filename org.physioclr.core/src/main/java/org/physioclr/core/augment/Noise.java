package org.physioclr.core.augment;

import java.util.random.RandomGenerator;

import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.ElectrodeNoise;
import org.physioclr.core.signal.ZeroPhaseFilter;

/** Disturbances of a strength drawn evenly up to a greatest one. */
final class Noise {

    private static final double LOWEST_MUSCLE_HZ = 20;
    private static final double HIGHEST_MUSCLE_HZ = 150;

    private Noise() {
    }

    static float[][] wander(EcgRecord record, double maxMv, RandomGenerator random) {
        double strengthMv = maxMv * random.nextDouble();
        return ElectrodeNoise.added(record, () -> {
            double[] wander = new double[record.length()];
            for (int wave = 0; wave < 3; wave++) {
                addSine(wander, 0.05 + 0.45 * random.nextDouble(), strengthMv / 3, record.rateHz(), random);
            }
            return wander;
        });
    }

    static float[][] powerline(EcgRecord record, double hz, double maxMv, RandomGenerator random) {
        double strengthMv = maxMv * random.nextDouble();
        return ElectrodeNoise.added(record, () -> {
            double[] hum = new double[record.length()];
            addSine(hum, hz, strengthMv, record.rateHz(), random);
            return hum;
        });
    }

    private static void addSine(double[] signal, double hz, double amplitudeMv, double rateHz, RandomGenerator random) {
        double phase = 2 * Math.PI * random.nextDouble();
        for (int i = 0; i < signal.length; i++) {
            signal[i] += amplitudeMv * Math.sin(2 * Math.PI * hz * i / rateHz + phase);
        }
    }

    static float[][] white(EcgRecord record, double maxMv, RandomGenerator random) {
        double strengthMv = maxMv * random.nextDouble();
        return ElectrodeNoise.added(record, () -> gaussian(record.length(), strengthMv, random));
    }

    static float[][] muscle(EcgRecord record, double maxMv, RandomGenerator random) {
        double strengthMv = maxMv * random.nextDouble();
        double highHz = Math.min(HIGHEST_MUSCLE_HZ, 0.45 * record.rateHz());
        if (highHz <= LOWEST_MUSCLE_HZ) {
            return white(record, maxMv, random);
        }
        ZeroPhaseFilter band = ZeroPhaseFilter.bandPass(2, LOWEST_MUSCLE_HZ, highHz, record.rateHz());
        // the band keeps its share of the white noise's power
        double gain = Math.sqrt(record.rateHz() / 2 / (highHz - LOWEST_MUSCLE_HZ));
        return ElectrodeNoise.added(record, () -> band.apply(gaussian(record.length(), strengthMv * gain, random)));
    }

    private static double[] gaussian(int length, double rmsMv, RandomGenerator random) {
        double[] noise = new double[length];
        for (int i = 0; i < length; i++) {
            noise[i] = rmsMv * random.nextGaussian();
        }
        return noise;
    }
}
