package org.physioclr.core.read;

/** What a channel shows. */
public enum Content {
    /** The heart as it went on beating. */
    RHYTHM,
    /** One beat that a device has averaged from many; no part of an {@link org.physioclr.core.signal.EcgRecord}. */
    REPRESENTATIVE_BEAT
}
