package org.knime.core.data;

/** A cell that is true or false. */
public interface BooleanValue extends DataValue {

    /** {@return the value} */
    boolean getBooleanValue();
}
