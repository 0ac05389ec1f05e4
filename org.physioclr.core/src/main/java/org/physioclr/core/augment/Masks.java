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
        boolean[] gone = new boolean[masked.length];
        int left = gone.length;
        for (int lead = 0; lead < gone.length; lead++) {
            gone[lead] = random.nextDouble() < share;
            left -= gone[lead] ? 1 : 0;
        }
        int spared = left == 0 ? random.nextInt(gone.length) : -1;
        for (int lead = 0; lead < gone.length; lead++) {
            if (gone[lead] && lead != spared) {
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
