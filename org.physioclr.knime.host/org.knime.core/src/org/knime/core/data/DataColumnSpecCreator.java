package org.knime.core.data;

import java.util.Objects;

/** Makes column specs. */
public final class DataColumnSpecCreator {

    private String name;
    private DataType type;
    private DataColumnDomain domain;

    /**
     * A column.
     *
     * @param name its name
     * @param type the type of its cells
     */
    public DataColumnSpecCreator(String name, DataType type) {
        setName(name);
        setType(type);
        setDomain(null);
    }

    /**
     * A column like another.
     *
     * @param cspec the other
     */
    public DataColumnSpecCreator(DataColumnSpec cspec) {
        this(cspec.getName(), cspec.getType());
        setDomain(cspec.getDomain());
    }

    /**
     * Sets the name.
     *
     * @param name not empty
     */
    public void setName(String name) {
        this.name = Objects.requireNonNull(name, "A column needs a name");
    }

    /**
     * Sets the type.
     *
     * @param type of the cells
     */
    public void setType(DataType type) {
        this.type = Objects.requireNonNull(type, "A column needs a type");
    }

    /**
     * Sets the domain.
     *
     * @param domain null for unknown
     */
    public void setDomain(DataColumnDomain domain) {
        this.domain = domain == null ? DataColumnDomain.UNKNOWN : domain;
    }

    /** {@return the spec} */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, type, domain);
    }
}
