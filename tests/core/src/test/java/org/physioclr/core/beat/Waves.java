package org.physioclr.core.beat;

import java.util.function.DoubleUnaryOperator;

import org.physioclr.core.signal.EcgRecord;

/** Changes of ECGs. */
final class Waves {

    private Waves() {
    }

    /** Every sample of every lead through a function. */
    static EcgRecord mapped(EcgRecord record, DoubleUnaryOperator function) {
        float[][] samples = new float[record.leads().size()][record.length()];
        for (int lead = 0; lead < samples.length; lead++) {
            for (int i = 0; i < samples[lead].length; i++) {
                samples[lead][i] = (float) function.applyAsDouble(record.samplesMv()[lead][i]);
            }
        }
        return record.withSamples(samples);
    }

    /** The same addition to all leads, in millivolts, from the time in seconds. */
    static EcgRecord added(EcgRecord record, DoubleUnaryOperator ofTime) {
        float[][] samples = new float[record.leads().size()][record.length()];
        for (int lead = 0; lead < samples.length; lead++) {
            for (int i = 0; i < samples[lead].length; i++) {
                samples[lead][i] = (float) (record.samplesMv()[lead][i] + ofTime.applyAsDouble(i / record.rateHz()));
            }
        }
        return record.withSamples(samples);
    }

    /** A squared sine of some length after each onset, 0 elsewhere. */
    static double arches(double[] onsets, double time, double seconds) {
        double sum = 0;
        for (double onset : onsets) {
            double x = (time - onset) / seconds;
            sum += x > 0 && x < 1 ? Math.sin(Math.PI * x) * Math.sin(Math.PI * x) : 0;
        }
        return sum;
    }
}
