package org.knime.core.data.collection;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A list of cells. */
@SuppressWarnings("serial")
public class ListCell extends DataCell implements ListDataValue {

    private final transient List<DataCell> cells;
    private final transient DataType elementType;

    ListCell(Collection<? extends DataCell> cells) {
        this.cells = List.copyOf(cells);
        this.elementType = cells.stream().map(DataCell::getType).reduce(DataType::getCommonSuperType)
            .orElse(DataType.getMissingCell().getType());
    }

    /**
     * {@return the type of lists of a type}
     *
     * @param elementType the type of the elements
     */
    public static final DataType getCollectionType(DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
    }

    @Override
    public DataCell get(int index) {
        return cells.get(index);
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
        return cells.equals(((ListCell)dc).cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }
}
