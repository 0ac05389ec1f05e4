package org.physioclr.core.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.physioclr.core.signal.EcgRecord;

/**
 * The complete cycles of a record: cycle j lies between the cuts j and j + 1.
 *
 * @param cuts ascending sample indices
 */
record Cycles(int[] cuts) {

    static Cycles of(EcgRecord record, int[] rPeaks, double cutFraction) {
        int[] cuts = new int[Math.max(0, rPeaks.length - 1)];
        for (int j = 0; j < cuts.length; j++) {
            cuts[j] = rPeaks[j] + (int) Math.round(cutFraction * (rPeaks[j + 1] - rPeaks[j]));
        }
        return new Cycles(cuts);
    }

    int count() {
        return Math.max(0, cuts.length - 1);
    }

    float[][] shuffled(EcgRecord record, double crossFadeSeconds, RandomGenerator random) {
        if (count() < 3) {
            return Geometry.scaled(record, 1);
        }
        int[] order = order(random);
        int fade = (int) Math.round(crossFadeSeconds * record.rateHz());
        float[][] shuffled = new float[record.samplesMv().length][];
        for (int lead = 0; lead < shuffled.length; lead++) {
            shuffled[lead] = shuffled(record.samplesMv()[lead], order, fade);
        }
        return shuffled;
    }

    private int[] order(RandomGenerator random) {
        int[] order = new int[count()];
        Arrays.setAll(order, j -> j);
        for (int j = order.length - 1; j > 0; j--) {
            int other = random.nextInt(j + 1);
            int held = order[j];
            order[j] = order[other];
            order[other] = held;
        }
        return order;
    }

    private float[] shuffled(float[] signal, int[] order, int fade) {
        float[] result = signal.clone();
        int to = cuts[0];
        for (int j = 0; j < order.length; j++) {
            int from = cuts[order[j]];
            int length = cuts[order[j] + 1] - from;
            System.arraycopy(signal, from, result, to, length);
            if (j > 0 && order[j] != order[j - 1] + 1) {
                smoothStep(result, to, fade);
            }
            to += length;
        }
        if (order[order.length - 1] != order.length - 1) {
            smoothStep(result, to, fade);
        }
        if (order[0] != 0) {
            smoothStep(result, cuts[0], fade);
        }
        return result;
    }

    /** Spreads the step before a sample over the samples on either side. */
    private static void smoothStep(float[] signal, int at, int fade) {
        if (at <= 0 || at >= signal.length) {
            return;
        }
        float step = signal[at] - signal[at - 1];
        if (Float.isNaN(step)) {
            return;
        }
        for (int i = 0; i < fade; i++) {
            float share = 0.5f * (fade - i) / (fade + 1);
            if (at - 1 - i >= 0) {
                signal[at - 1 - i] += step * share;
            }
            if (at + i < signal.length) {
                signal[at + i] -= step * share;
            }
        }
    }
}
