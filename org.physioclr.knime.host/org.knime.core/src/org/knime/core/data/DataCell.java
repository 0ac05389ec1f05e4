package org.knime.core.data;

import java.io.Serializable;

/** A cell of a table. */
@SuppressWarnings("serial")
public abstract class DataCell implements DataValue, Serializable {

    /** For subclasses. */
    public DataCell() {
        // no state
    }

    /** {@return the type of this cell} */
    public final DataType getType() {
        return isMissing() ? DataType.missing() : DataType.of(this);
    }

    /** {@return whether there is no value} */
    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    @Override
    public abstract int hashCode();

    @Override
    public final boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof DataCell cell) || isMissing() != cell.isMissing()) {
            return false;
        }
        return isMissing() || getClass() == cell.getClass() && equalsDataCell(cell);
    }

    /**
     * {@return whether a cell of the same class has the same value}
     *
     * @param dc the other cell, neither missing nor null
     */
    protected abstract boolean equalsDataCell(DataCell dc);
}
