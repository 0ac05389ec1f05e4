package org.knime.core.data.def;

import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** Text. */
@SuppressWarnings("serial")
public final class StringCell extends DataCell implements StringValue, NominalValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private final String value;

    /**
     * A cell.
     *
     * @param str its text, not null
     */
    public StringCell(String str) {
        value = Objects.requireNonNull(str, "A string cell can't be null; use a missing cell");
    }

    @Override
    public String getStringValue() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return value.equals(((StringCell)dc).value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
