package org.knime.core.data;

import java.util.Iterator;

/** Goes through the rows of a table once. */
public abstract class RowIterator implements Iterator<DataRow> {

    /** For subclasses. */
    public RowIterator() {
        // no state
    }

    @Override
    public abstract boolean hasNext();

    @Override
    public abstract DataRow next();

    /** Tables can't be changed: always fails. */
    @Override
    public final void remove() {
        throw new UnsupportedOperationException("Rows can't be removed from a table.");
    }
}
