package org.physioclr.core.signal;

/** How records of other lengths are brought to one length. */
public enum LengthRule {
    /** Every record keeps its length. */
    FULL,
    /** What comes after the length is cut off; a shorter record stays. */
    CROP,
    /** A shorter record is filled on the right with missing samples; a longer one stays. */
    PAD,
    /** Both, so that all records have the length. */
    CROP_AND_PAD,
    /** Consecutive windows of the length, the first at the record's start. */
    WINDOWS
}
