package org.physioclr.core.beat;

import java.util.List;

/**
 * What a {@link Delineator} found.
 *
 * @param beats what all leads agree on, one beat an R peak
 * @param leads {@code [lead][beat]}, each lead by itself; a lead without a signal has no beats
 */
public record Delineation(List<Beat> beats, List<List<Beat>> leads) {

    public Delineation {
        beats = List.copyOf(beats);
        leads = List.copyOf(leads);
    }
}
