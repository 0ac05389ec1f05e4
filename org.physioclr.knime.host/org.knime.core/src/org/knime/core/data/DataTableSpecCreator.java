package org.knime.core.data;

import java.util.ArrayList;
import java.util.List;

/** Makes table specs. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> columns = new ArrayList<>();
    private String name = "default";

    /** A structure without columns yet. */
    public DataTableSpecCreator() {
        // columns are added later
    }

    /**
     * A structure like another.
     *
     * @param spec the other
     */
    public DataTableSpecCreator(DataTableSpec spec) {
        name = spec.getName();
        addColumns(spec);
    }

    /**
     * Adds columns at the end.
     *
     * @param columnSpecs the columns
     * @return this
     */
    public DataTableSpecCreator addColumns(DataColumnSpec... columnSpecs) {
        columns.addAll(List.of(columnSpecs));
        return this;
    }

    /**
     * Adds the columns of a structure at the end.
     *
     * @param spec the structure
     * @return this
     */
    public DataTableSpecCreator addColumns(DataTableSpec spec) {
        spec.forEach(columns::add);
        return this;
    }

    /**
     * Sets the name.
     *
     * @param name the name
     * @return this
     */
    public DataTableSpecCreator setName(String name) {
        this.name = name;
        return this;
    }

    /** {@return the spec} */
    public DataTableSpec createSpec() {
        return new DataTableSpec(name, columns.toArray(DataColumnSpec[]::new));
    }
}
