package org.physioclr.core.signal;

import java.util.function.IntToDoubleFunction;

/**
 * Mean and population standard deviation of the samples that are there.
 *
 * @param mean NaN if there is no sample
 * @param deviation 0 if all samples are equal or there is none
 */
record LeadStatistics(double mean, double deviation) {

    static LeadStatistics of(float[] lead) {
        return ofAll(new float[][] {lead});
    }

    /** Over all leads that are not constant; two passes, so that a large offset costs no digits. */
    static LeadStatistics ofAll(float[][] leads) {
        long count = 0;
        double sum = 0;
        for (float[] lead : leads) {
            if (!isConstant(lead)) {
                for (float sample : lead) {
                    if (!Float.isNaN(sample)) {
                        sum += sample;
                        count++;
                    }
                }
            }
        }
        double mean = count == 0 ? Double.NaN : sum / count;
        double squares = 0;
        for (float[] lead : leads) {
            if (!isConstant(lead)) {
                for (float sample : lead) {
                    squares += Float.isNaN(sample) ? 0 : (sample - mean) * (sample - mean);
                }
            }
        }
        return new LeadStatistics(mean, count == 0 ? 0 : Math.sqrt(squares / count));
    }

    /** Whether all samples that are there are equal, or none is there. */
    static boolean isConstant(float[] lead) {
        float first = Float.NaN;
        for (float sample : lead) {
            if (Float.isNaN(first)) {
                first = sample;
            } else if (!Float.isNaN(sample) && sample != first) {
                return false;
            }
        }
        return true;
    }

    static float[][] scaledOrZero(float[][] leads, IntToDoubleFunction offset, IntToDoubleFunction scale) {
        return scaled(leads, offset, lead -> isConstant(leads[lead]) ? Double.POSITIVE_INFINITY
            : scale.applyAsDouble(lead));
    }

    /** {@code (x - offset) / scale}; an infinite scale gives zeros and keeps NaN. */
    static float[][] scaled(float[][] leads, IntToDoubleFunction offset, IntToDoubleFunction scale) {
        float[][] scaled = new float[leads.length][];
        for (int lead = 0; lead < leads.length; lead++) {
            double factor = 1 / scale.applyAsDouble(lead);
            double shift = factor == 0 ? 0 : offset.applyAsDouble(lead);
            scaled[lead] = new float[leads[lead].length];
            for (int i = 0; i < leads[lead].length; i++) {
                scaled[lead][i] = (float) ((leads[lead][i] - shift) * factor);
            }
        }
        return scaled;
    }
}
