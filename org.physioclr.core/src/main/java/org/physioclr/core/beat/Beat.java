package org.physioclr.core.beat;

import java.util.Objects;

/**
 * One heartbeat and its waves. A wave that could not be found, or that the record cuts off, is {@link Wave#ABSENT}.
 *
 * @param rPeak the sample index at which the beat was detected
 * @param p atrial depolarisation
 * @param qrs ventricular depolarisation
 * @param t ventricular repolarisation
 */
public record Beat(int rPeak, Wave p, Wave qrs, Wave t) {

    public Beat {
        Objects.requireNonNull(p, "p");
        Objects.requireNonNull(qrs, "qrs");
        Objects.requireNonNull(t, "t");
    }
}
