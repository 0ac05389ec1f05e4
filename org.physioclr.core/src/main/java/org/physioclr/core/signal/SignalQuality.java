package org.physioclr.core.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a record as a signal, before any beat is looked for. Shares are in [0, 1], by lead.
 *
 * @param leads the leads, in the order of the arrays
 * @param missing share of missing samples
 * @param flat share of samples in runs of at least 0.2 s without any change
 * @param saturated share of samples in runs of at least 10 ms and five samples at the lead's extreme, more than 1 mV
 *        from its mean
 * @param limbs the limb leads' consistency
 */
public record SignalQuality(List<Lead> leads, double[] missing, double[] flat, double[] saturated,
        LimbConsistency limbs) {

    private static final double FLAT_SECONDS = 0.2;
    private static final double SATURATED_SECONDS = 0.01;
    private static final int SATURATED_SAMPLES = 5;
    private static final double SATURATED_MV = 1;

    /** Shares below these are not worth a remark: the pause between two beats may look flat on a coarse recorder. */
    private static final double FLAT_REMARK = 0.5;
    private static final double SATURATED_REMARK = 0.001;

    public static SignalQuality of(EcgRecord record) {
        int count = record.leads().size();
        double[] missing = new double[count];
        double[] flat = new double[count];
        double[] saturated = new double[count];
        for (int lead = 0; lead < count; lead++) {
            float[] signal = record.samplesMv()[lead];
            missing[lead] = MissingSamples.share(new float[][] {signal});
            runs(signal, record.rateHz(), lead, flat, saturated);
        }
        return new SignalQuality(record.leads(), missing, flat, saturated, LimbConsistency.of(record));
    }

    /** Adds up the runs of equal samples of one lead, in whole samples: a lead that is flat throughout then gives 1. */
    private static void runs(float[] signal, double rateHz, int lead, double[] flat, double[] saturated) {
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float sample : signal) {
            lowest = sample < lowest ? sample : lowest; // false for NaN
            highest = sample > highest ? sample : highest;
        }
        double shortestFlat = FLAT_SECONDS * rateHz;
        double shortestSaturated = Math.max(SATURATED_SAMPLES, SATURATED_SECONDS * rateHz);
        int unchanged = 0;
        int atLowest = 0;
        int atHighest = 0;
        for (int from = 0, to; from < signal.length; from = to) {
            to = from + 1;
            while (to < signal.length && signal[to] == signal[from]) {
                to++;
            }
            int run = to - from;
            unchanged += run >= shortestFlat && !Float.isNaN(signal[from]) ? run : 0;
            if (run >= shortestSaturated) {
                atLowest += signal[from] == lowest ? run : 0;
                atHighest += signal[from] == highest ? run : 0;
            }
        }
        double mean = atLowest + atHighest > 0 ? LeadStatistics.of(signal).mean() : Double.NaN;
        int limited = (mean - lowest > SATURATED_MV ? atLowest : 0) + (highest - mean > SATURATED_MV ? atHighest : 0);
        flat[lead] = unchanged / Math.max(1.0, signal.length);
        saturated[lead] = limited / Math.max(1.0, signal.length);
    }

    /** One line for a table: what is wrong, separated by semicolons; empty if nothing is. */
    public String text() {
        List<String> remarks = new ArrayList<>();
        remark(remarks, "missing", missing, 0);
        remark(remarks, "flat", flat, FLAT_REMARK);
        remark(remarks, "saturated", saturated, SATURATED_REMARK);
        if (limbs.einthovenMv() > LimbConsistency.TOLERANCE_MV) {
            remarks.add(String.format(Locale.ROOT, "I + III - II deviates by %.2f mV", limbs.einthovenMv()));
        }
        if (limbs.goldbergerMv() > LimbConsistency.TOLERANCE_MV) {
            remarks.add(String.format(Locale.ROOT, "aVR + aVL + aVF deviates by %.2f mV", limbs.goldbergerMv()));
        }
        return String.join("; ", remarks);
    }

    private void remark(List<String> remarks, String what, double[] shares, double above) {
        List<String> parts = new ArrayList<>();
        double least = 1;
        for (int lead = 0; lead < shares.length; lead++) {
            if (shares[lead] > above) {
                parts.add(leads.get(lead).name() + percent(shares[lead]));
                least = Math.min(least, shares[lead]);
            }
        }
        if (parts.size() == shares.length && least == 1) {
            remarks.add(what + ": all leads");
        } else if (!parts.isEmpty()) {
            remarks.add(what + ": " + String.join(", ", parts));
        }
    }

    private static String percent(double share) {
        return share == 1 ? "" : String.format(Locale.ROOT, share < 0.01 ? " %.2g %%" : " %.0f %%", 100 * share);
    }
}
