package org.physioclr.torch.protocol;

/** What is filtered away before normalisation, zero-phase. */
public enum FilterPreset {

    /** Nothing. */
    NONE,
    /** All but 0.5 to 40 Hz, as monitors do. */
    MONITORING,
    /** All but 0.05 to 150 Hz, as diagnostic recorders do; limited by half the sampling rate. */
    DIAGNOSTIC
}
