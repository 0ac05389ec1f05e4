package org.knime.core.data;

/** A cell without a value. */
@SuppressWarnings("serial")
public final class MissingCell extends DataCell implements MissingValue {

    private final String error;

    /**
     * A missing cell.
     *
     * @param error why it is missing, may be null
     */
    public MissingCell(String error) {
        this.error = error;
    }

    @Override
    public String getError() {
        return error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    public String toString() {
        return "?";
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return true;
    }
}
