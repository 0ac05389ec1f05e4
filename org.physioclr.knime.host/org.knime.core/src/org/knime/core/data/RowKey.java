package org.knime.core.data;

import java.util.Objects;

/** The name of a row, unique in its table. */
public final class RowKey {

    private final String id;

    /**
     * A key.
     *
     * @param id its text
     */
    public RowKey(String id) {
        this.id = Objects.requireNonNull(id, "A row key can't be null");
    }

    /**
     * {@return the usual key of a row}
     *
     * @param rowIndex the row's number, from 0
     */
    public static RowKey createRowKey(long rowIndex) {
        return new RowKey("Row" + rowIndex);
    }

    /** {@return the text} */
    public String getString() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowKey key && id.equals(key.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
