package org.knime.core.data;

import java.util.Objects;

/** The structure of a column. */
public final class DataColumnSpec {

    private final String name;
    private final DataType type;
    private final DataColumnDomain domain;

    DataColumnSpec(String name, DataType type, DataColumnDomain domain) {
        this.name = name;
        this.type = type;
        this.domain = domain;
    }

    /** {@return the name} */
    public String getName() {
        return name;
    }

    /** {@return the type of the cells} */
    public DataType getType() {
        return type;
    }

    /** {@return what is known of the values, never null} */
    public DataColumnDomain getDomain() {
        return domain;
    }

    /**
     * {@return whether name and type are the same}
     *
     * @param cspec the other column
     */
    public boolean equalStructure(DataColumnSpec cspec) {
        return cspec != null && name.equals(cspec.name) && type.equals(cspec.type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataColumnSpec column && equalStructure(column) && domain.equals(column.domain);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type);
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
