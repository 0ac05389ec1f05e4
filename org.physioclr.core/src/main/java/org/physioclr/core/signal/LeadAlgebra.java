package org.physioclr.core.signal;

import java.util.Arrays;
import java.util.List;

/**
 * Einthoven's and Goldberger's relations between the six limb leads, of which any two of I, II and III give the rest:
 * {@code II = I + III}, {@code aVR = -(I + II) / 2}, {@code aVL = (I - III) / 2}, {@code aVF = (II + III) / 2}.
 * A sample of a derived lead is NaN where a sample that it needs is.
 */
public final class LeadAlgebra {

    private LeadAlgebra() {
    }

    /**
     * The standard twelve leads in their usual order, picked by name. A limb lead that the record lacks, or that has no
     * sample at all, is derived if two of I, II and III are there; any other absent lead is NaN throughout. Leads
     * outside the twelve are dropped.
     */
    public static EcgRecord twelveLeads(EcgRecord record) {
        return select(record, Lead.TWELVE);
    }

    /** The named leads in the given order, absent ones derived or NaN as {@link #twelveLeads} says. */
    public static EcgRecord select(EcgRecord record, List<Lead> leads) {
        float[][] samples = new float[leads.size()][];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = leadOrDerived(record, leads.get(i));
        }
        return new EcgRecord(record.id(), record.patient(), record.rateHz(), leads, samples);
    }

    /** Whether a lead has samples, or is a limb lead that can be derived from others that have. */
    public static boolean isAvailable(EcgRecord record, Lead lead) {
        return hasSamples(leadOrDerived(record, lead));
    }

    private static float[] leadOrDerived(EcgRecord record, Lead lead) {
        float[] own = own(record, lead);
        if (own != null || !Lead.LIMB.contains(lead)) {
            return own != null ? own : missing(record);
        }
        float[] one = einthoven(record, Lead.I);
        float[] two = einthoven(record, Lead.II);
        if (one == null || two == null) {
            return missing(record);
        }
        return switch (lead.name()) {
            case "I" -> one;
            case "II" -> two;
            case "III" -> combined(two, 1, one, -1);
            case "aVR" -> combined(one, -0.5, two, -0.5);
            case "aVL" -> combined(one, 1, two, -0.5);
            default -> combined(two, 1, one, -0.5);
        };
    }

    /** Lead I or II, from the other one and III if it is absent; null if that can't be. */
    private static float[] einthoven(EcgRecord record, Lead wanted) {
        float[] own = own(record, wanted);
        float[] other = own(record, wanted.equals(Lead.I) ? Lead.II : Lead.I);
        float[] three = own(record, Lead.III);
        if (own != null || other == null || three == null) {
            return own;
        }
        return combined(other, 1, three, wanted.equals(Lead.I) ? -1 : 1);
    }

    private static float[] own(EcgRecord record, Lead lead) {
        int index = record.indexOf(lead);
        return index >= 0 && hasSamples(record.samplesMv()[index]) ? record.samplesMv()[index] : null;
    }

    private static boolean hasSamples(float[] signal) {
        for (float sample : signal) {
            if (!Float.isNaN(sample)) {
                return true;
            }
        }
        return false;
    }

    private static float[] combined(float[] a, double weightA, float[] b, double weightB) {
        float[] sum = new float[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (weightA * a[i] + weightB * b[i]);
        }
        return sum;
    }

    private static float[] missing(EcgRecord record) {
        float[] missing = new float[record.length()];
        Arrays.fill(missing, Float.NaN);
        return missing;
    }
}
