package org.knime.core.data;

/** A cell that holds an integer of 32 bits. */
public interface IntValue extends DataValue {

    /** {@return the value} */
    int getIntValue();
}
