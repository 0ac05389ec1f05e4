package org.knime.core.data.container;

import java.io.Closeable;

import org.knime.core.data.RowIterator;

/** Goes through the rows of a table once and holds a file open meanwhile. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    /** For subclasses. */
    public CloseableRowIterator() {
        // no state
    }

    @Override
    public abstract void close();
}
