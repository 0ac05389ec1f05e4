package org.physioclr.core.signal;

import java.util.List;
import java.util.Objects;

/**
 * An electrocardiogram as the library computes with it: one sampling rate, named leads, millivolts in single precision.
 * A missing sample is NaN. The array is not copied: whoever hands it over must not write to it afterwards.
 *
 * @param id what the record is called, unique within its data set
 * @param patient the patient's identifier, or the empty string if unknown
 * @param rateHz samples a second, positive and finite
 * @param leads the leads in the order of {@code samplesMv}, no lead twice
 * @param samplesMv the signal in millivolts, {@code [lead][sample]}, all leads of equal length
 */
public record EcgRecord(String id, String patient, double rateHz, List<Lead> leads, float[][] samplesMv) {

    public EcgRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        leads = List.copyOf(leads);
        if (!(rateHz > 0) || Double.isInfinite(rateHz)) {
            throw new IllegalArgumentException("Sampling rate must be positive, not " + rateHz + " Hz: " + id);
        }
        if (leads.size() != samplesMv.length) {
            throw new IllegalArgumentException(
                id + " names " + leads.size() + " leads but has " + samplesMv.length + " signals");
        }
        if (leads.stream().distinct().count() != leads.size()) {
            throw new IllegalArgumentException("A lead occurs twice in " + id + ": " + leads);
        }
        for (float[] lead : samplesMv) {
            if (lead.length != samplesMv[0].length) {
                throw new IllegalArgumentException("Leads of unequal length in " + id);
            }
        }
    }

    /** The number of samples of each lead. */
    public int length() {
        return samplesMv.length == 0 ? 0 : samplesMv[0].length;
    }

    public double durationSeconds() {
        return length() / rateHz;
    }

    /** The position of a lead, or -1 if the record has no such lead. */
    public int indexOf(Lead lead) {
        return leads.indexOf(lead);
    }

    /** This record with another signal of the same leads, as filters and augmentations return it. */
    public EcgRecord withSamples(float[][] replacementMv) {
        return new EcgRecord(id, patient, rateHz, leads, replacementMv);
    }
}
