package org.knime.core.data.collection;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A set of cells. */
@SuppressWarnings("serial")
public class SetCell extends DataCell implements SetDataValue {

    private final transient Set<DataCell> cells;
    private final transient DataType elementType;

    SetCell(Collection<? extends DataCell> cells) {
        this.cells = new LinkedHashSet<>(cells);
        this.elementType = cells.stream().map(DataCell::getType).reduce(DataType::getCommonSuperType)
            .orElse(DataType.getMissingCell().getType());
    }

    /**
     * {@return the type of sets of a type}
     *
     * @param elementType the type of the elements
     */
    public static final DataType getCollectionType(DataType elementType) {
        return DataType.getType(SetCell.class, elementType);
    }

    @Override
    public boolean contains(DataCell cell) {
        return cells.contains(cell);
    }

    @Override
    public DataType getElementType() {
        return elementType;
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    public Iterator<DataCell> iterator() {
        return cells.iterator();
    }

    @Override
    public String toString() {
        return cells.toString();
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return cells.equals(((SetCell)dc).cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }
}
