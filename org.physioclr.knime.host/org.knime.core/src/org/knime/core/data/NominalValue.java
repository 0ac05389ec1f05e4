package org.knime.core.data;

/** A cell whose different values can be listed, such as the names of classes. */
public interface NominalValue extends DataValue {
}
