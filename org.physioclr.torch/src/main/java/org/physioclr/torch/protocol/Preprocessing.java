package org.physioclr.torch.protocol;

import static org.physioclr.core.run.Range.check;

import java.util.List;
import java.util.Objects;

/**
 * What is done to an ECG before an encoder sees it. Stored in the encoder's card and done again whenever it is used.
 *
 * @param leads the leads' names in the encoder's order; a lead that a record lacks is zero
 * @param rateHz the rate to which records are resampled, 20 to 2,000
 * @param segmentSeconds the length of the segments, 0.5 to 60; a record is cut into adjacent ones
 * @param filter the band that is kept
 * @param normalisation the canonical text of a {@link org.physioclr.core.signal.Normalisation}
 */
public record Preprocessing(List<String> leads, double rateHz, double segmentSeconds, FilterPreset filter,
        String normalisation) {

    public Preprocessing {
        leads = List.copyOf(leads);
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(normalisation, "normalisation");
        if (leads.isEmpty()) {
            throw new IllegalArgumentException("An encoder needs at least one lead");
        }
        check("Sampling rate [Hz]", rateHz, 20, 2000);
        check("Segment [s]", segmentSeconds, 0.5, 60);
    }

    /** The samples of a segment. */
    public int segmentSamples() {
        return (int) Math.round(segmentSeconds * rateHz);
    }
}
