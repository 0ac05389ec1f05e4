package org.physioclr.core.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.physioclr.core.signal.EcgRecord;

/** Takes parts of a record away: they become missing. */
final class Masks {

    private Masks() {
    }

    static float[][] leads(EcgRecord record, double share, RandomGenerator random) {
        float[][] masked = Geometry.scaled(record, 1);
        if (masked.length == 0) {
            return masked;
        }
        int kept = random.nextInt(masked.length);
        for (int lead = 0; lead < masked.length; lead++) {
            if (random.nextDouble() < share && lead != kept) {
                Arrays.fill(masked[lead], Float.NaN);
            }
        }
        return masked;
    }

    static float[][] time(EcgRecord record, double share, RandomGenerator random) {
        float[][] masked = Geometry.scaled(record, 1);
        int length = (int) Math.round(share * record.length());
        int from = random.nextInt(record.length() - length + 1);
        for (float[] lead : masked) {
            Arrays.fill(lead, from, from + length, Float.NaN);
        }
        return masked;
    }
}
