package org.physioclr.core.read;

import java.util.Objects;

/**
 * One signal of a recording, exactly as its file holds it.
 *
 * @param name as the file spells it; may be empty
 * @param unit as the file spells it, such as {@code mV}
 * @param rateHz samples a second, positive
 * @param physical the samples in that unit, NaN where missing; not to be written to
 * @param content the rhythm or a representative beat
 */
public record Channel(String name, String unit, double rateHz, double[] physical, Content content) {

    public Channel {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(physical, "physical");
        Objects.requireNonNull(content, "content");
    }

    /** A channel of the rhythm. */
    public Channel(String name, String unit, double rateHz, double[] physical) {
        this(name, unit, rateHz, physical, Content.RHYTHM);
    }
}
