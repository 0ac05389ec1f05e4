package org.knime.core.data;

/** A cell that holds text. */
public interface StringValue extends DataValue {

    /** {@return the value} */
    String getStringValue();
}
