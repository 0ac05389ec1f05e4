package org.physioclr.core.augment;

import java.util.Arrays;
import java.util.Random;

import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;

/** ECGs whose limb leads obey Einthoven and Goldberger, and what is checked about every augmentation. */
final class Ecgs {

    static final double RATE_HZ = 250;

    private Ecgs() {
    }

    /** Random smooth leads, twelve of them, the limb leads related. */
    static EcgRecord twelve(int samples, long seed) {
        Random random = new Random(seed);
        float[][] eight = new float[8][samples];
        for (float[] lead : eight) {
            double hz = 1 + 3 * random.nextDouble();
            double phase = 6 * random.nextDouble();
            for (int i = 0; i < samples; i++) {
                lead[i] = (float) Math.sin(2 * Math.PI * hz * i / RATE_HZ + phase);
            }
        }
        EcgRecord independent = new EcgRecord("toy", "p", RATE_HZ,
            java.util.List.of(Lead.I, Lead.II, Lead.V1, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6), eight);
        return LeadAlgebra.twelveLeads(independent);
    }

    /** The same with some samples of all leads missing. */
    static EcgRecord withGap(EcgRecord record, int from, int to) {
        float[][] samples = copy(record.samplesMv());
        Arrays.stream(samples).forEach(lead -> Arrays.fill(lead, from, to, Float.NaN));
        return record.withSamples(samples);
    }

    static float[][] copy(float[][] samples) {
        return Arrays.stream(samples).map(float[]::clone).toArray(float[][]::new);
    }

    /** The greatest deviation of a limb lead from what I and II say, in millivolts; missing samples aside. */
    static double limbDeviation(float[][] s) {
        double greatest = 0;
        for (int i = 0; i < s[0].length; i++) {
            double one = s[0][i];
            double two = s[1][i];
            double[] deviations = {s[2][i] - (two - one), s[3][i] + (one + two) / 2, s[4][i] - (one - two / 2),
                s[5][i] - (two - one / 2)};
            for (double deviation : deviations) {
                greatest = Math.abs(deviation) > greatest ? Math.abs(deviation) : greatest;
            }
        }
        return greatest;
    }
}
