package org.knime.core.data.collection;

import java.util.Collection;

import org.knime.core.data.DataCell;

/** Makes cells that hold cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {
    }

    /**
     * {@return a list of cells}
     *
     * @param coll its elements in order
     */
    public static ListCell createListCell(Collection<? extends DataCell> coll) {
        return new ListCell(coll);
    }

    /**
     * {@return a set of cells}
     *
     * @param coll its elements, equal ones counting once
     */
    public static SetCell createSetCell(Collection<? extends DataCell> coll) {
        return new SetCell(coll);
    }
}
