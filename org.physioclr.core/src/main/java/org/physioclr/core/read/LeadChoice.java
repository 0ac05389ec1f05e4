package org.physioclr.core.read;

/** Which leads a record has after reading. */
public enum LeadChoice {
    /** The standard twelve in their usual order, derived or missing where the file lacks them. */
    TWELVE,
    /** All voltage channels in the file's order. */
    ALL
}
