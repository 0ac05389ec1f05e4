package org.knime.core.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.collection.CollectionDataValue;

/** The type of a column or cell: one class of cells, or what several classes have in common. */
public final class DataType {

    private static final Map<Class<? extends DataCell>, DataType> NATIVE = new ConcurrentHashMap<>();
    private static final DataCell MISSING_CELL = new MissingCell(null);
    private static final DataType MISSING = new DataType(null, List.of(), null, true);

    private final Class<? extends DataCell> cellClass;
    private final List<Class<? extends DataValue>> valueClasses;
    private final DataType elementType;
    private final boolean missing;

    private DataType(Class<? extends DataCell> cellClass, List<Class<? extends DataValue>> valueClasses,
        DataType elementType, boolean missing) {
        this.cellClass = cellClass;
        this.valueClasses = valueClasses;
        this.elementType = elementType;
        this.missing = missing;
    }

    /**
     * {@return the type of all cells of a class}
     *
     * @param cell the class
     */
    public static DataType getType(Class<? extends DataCell> cell) {
        return NATIVE.computeIfAbsent(cell, key -> new DataType(key, valuesOf(key), null, false));
    }

    /**
     * {@return the type of collections of a class}
     *
     * @param cell the class of the collection
     * @param collectionElementType the type of its elements, null for none
     */
    public static DataType getType(Class<? extends DataCell> cell, DataType collectionElementType) {
        return collectionElementType == null ? getType(cell)
            : new DataType(cell, valuesOf(cell), collectionElementType, false);
    }

    static DataType missing() {
        return MISSING;
    }

    static DataType of(DataCell cell) {
        return cell instanceof CollectionDataValue collection
            ? getType(cell.getClass(), collection.getElementType()) : getType(cell.getClass());
    }

    /** {@return a missing cell that says nothing about the reason} */
    public static DataCell getMissingCell() {
        return MISSING_CELL;
    }

    private static List<Class<? extends DataValue>> valuesOf(Class<? extends DataCell> cell) {
        List<Class<? extends DataValue>> values = new ArrayList<>();
        Deque<Class<?>> open = new ArrayDeque<>();
        for (Class<?> type = cell; type != null && type != DataCell.class; type = type.getSuperclass()) {
            open.addAll(List.of(type.getInterfaces()));
        }
        while (!open.isEmpty()) {
            Class<?> type = open.removeFirst();
            if (DataValue.class.isAssignableFrom(type) && type != DataValue.class && !values.contains(type)) {
                values.add(type.asSubclass(DataValue.class));
            }
            open.addAll(List.of(type.getInterfaces()));
        }
        values.add(DataValue.class);
        return List.copyOf(values);
    }

    /**
     * {@return the smallest type that covers two}
     *
     * @param type1 one
     * @param type2 the other
     */
    public static DataType getCommonSuperType(DataType type1, DataType type2) {
        if (type1.equals(type2) || type2.missing) {
            return type1;
        }
        if (type1.missing) {
            return type2;
        }
        boolean bothCollections = type1.elementType != null && type2.elementType != null;
        DataType element = bothCollections ? getCommonSuperType(type1.elementType, type2.elementType) : null;
        if (bothCollections && Objects.equals(type1.cellClass, type2.cellClass)) {
            return new DataType(type1.cellClass, type1.valueClasses, element, false);
        }
        List<Class<? extends DataValue>> common = new ArrayList<>(type1.valueClasses);
        common.retainAll(type2.valueClasses);
        return new DataType(null, List.copyOf(common), element, false);
    }

    /**
     * {@return whether every cell of this type can be read as a kind of value}
     *
     * @param valueClass the kind of value
     */
    public boolean isCompatible(Class<? extends DataValue> valueClass) {
        return missing || valueClasses.contains(valueClass);
    }

    /**
     * {@return whether every cell of another type is of this one}
     *
     * @param type the other type
     */
    public boolean isASuperTypeOf(DataType type) {
        return type.missing || getCommonSuperType(this, type).equals(this);
    }

    /** {@return the kinds of value, the preferred one first} */
    public List<Class<? extends DataValue>> getValueClasses() {
        return valueClasses;
    }

    /** {@return the kind of value that says most, null if there is none} */
    public Class<? extends DataValue> getPreferredValueClass() {
        return valueClasses.isEmpty() ? null : valueClasses.get(0);
    }

    /** {@return the class of the cells, null if they are of several} */
    public Class<? extends DataCell> getCellClass() {
        return cellClass;
    }

    /** {@return whether the cells hold other cells} */
    public boolean isCollectionType() {
        return elementType != null;
    }

    /** {@return the type of the cells inside, null if this is no collection} */
    public DataType getCollectionElementType() {
        return elementType;
    }

    /** {@return whether all cells are missing} */
    public boolean isMissingValueType() {
        return missing;
    }

    /** {@return the name for people} */
    public String getName() {
        if (missing) {
            return "Missing";
        }
        String name = cellClass == null ? "Unknown" : cellClass.getSimpleName().replaceFirst("Cell$", "");
        return elementType == null ? name : name + " of " + elementType.getName();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataType type && missing == type.missing && Objects.equals(cellClass, type.cellClass)
            && Objects.equals(elementType, type.elementType)
            && (cellClass != null || valueClasses.equals(type.valueClasses));
    }

    @Override
    public int hashCode() {
        return Objects.hash(cellClass, elementType, missing);
    }

    @Override
    public String toString() {
        return getName();
    }
}
