package org.knime.core.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;

/** The structure of a table: its columns, none named twice. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private final String name;
    private final List<DataColumnSpec> columns;
    private final Map<String, Integer> indices = new HashMap<>();

    /** The structure without columns. */
    public DataTableSpec() {
        this(new DataColumnSpec[0]);
    }

    /**
     * A structure.
     *
     * @param colSpecs the columns
     */
    public DataTableSpec(DataColumnSpec... colSpecs) {
        this("default", colSpecs);
    }

    /**
     * A structure.
     *
     * @param name its name
     * @param colSpecs the columns
     */
    public DataTableSpec(String name, DataColumnSpec... colSpecs) {
        this.name = name;
        this.columns = List.of(colSpecs);
        for (int i = 0; i < colSpecs.length; i++) {
            if (indices.put(colSpecs[i].getName(), i) != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + colSpecs[i].getName() + "\"");
            }
        }
    }

    /**
     * The columns of two tables side by side.
     *
     * @param spec1 the first
     * @param spec2 the second
     */
    public DataTableSpec(DataTableSpec spec1, DataTableSpec spec2) {
        this(spec1.name, Stream.concat(spec1.stream(), spec2.stream()).toArray(DataColumnSpec[]::new));
    }

    /** {@return the name} */
    public String getName() {
        return name;
    }

    /** {@return the number of columns} */
    public int getNumColumns() {
        return columns.size();
    }

    /**
     * {@return a column}
     *
     * @param index from 0
     */
    public DataColumnSpec getColumnSpec(int index) {
        return columns.get(index);
    }

    /**
     * {@return a column, null if there is none of that name}
     *
     * @param column its name
     */
    public DataColumnSpec getColumnSpec(String column) {
        int index = findColumnIndex(column);
        return index < 0 ? null : columns.get(index);
    }

    /**
     * {@return the index of a column, -1 if there is none of that name}
     *
     * @param columnName its name
     */
    public int findColumnIndex(String columnName) {
        return indices.getOrDefault(columnName, -1);
    }

    /**
     * {@return whether there is a column of that name}
     *
     * @param columnName its name
     */
    public boolean containsName(String columnName) {
        return indices.containsKey(columnName);
    }

    /**
     * {@return whether a column can be read as a kind of value}
     *
     * @param valueClass the kind of value
     */
    public boolean containsCompatibleType(Class<? extends DataValue> valueClass) {
        return columns.stream().anyMatch(column -> column.getType().isCompatible(valueClass));
    }

    /** {@return the names of the columns} */
    public final String[] getColumnNames() {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /**
     * {@return whether the columns have the same names and types}
     *
     * @param spec the other structure
     */
    public boolean equalStructure(DataTableSpec spec) {
        if (spec == null || spec.getNumColumns() != getNumColumns()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).equalStructure(spec.columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@return the columns} */
    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataTableSpec spec && columns.equals(spec.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return Arrays.toString(getColumnNames());
    }
}
