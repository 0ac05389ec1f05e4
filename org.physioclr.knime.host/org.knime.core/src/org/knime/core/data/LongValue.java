package org.knime.core.data;

/** A cell that holds an integer of 64 bits. */
public interface LongValue extends DataValue {

    /** {@return the value} */
    long getLongValue();
}
