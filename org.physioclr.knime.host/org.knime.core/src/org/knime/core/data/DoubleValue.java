package org.knime.core.data;

/** A cell that holds a real number. */
public interface DoubleValue extends DataValue {

    /** {@return the value} */
    double getDoubleValue();
}
