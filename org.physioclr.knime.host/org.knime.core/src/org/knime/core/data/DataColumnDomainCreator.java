package org.knime.core.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes domains. */
public class DataColumnDomainCreator {

    private Set<? extends DataCell> values;
    private DataCell lower;
    private DataCell upper;

    /** A domain of which nothing is known. */
    public DataColumnDomainCreator() {
        // all stays unknown
    }

    /**
     * A domain with values.
     *
     * @param values the different values
     */
    public DataColumnDomainCreator(DataCell[] values) {
        setValues(new LinkedHashSet<>(Arrays.asList(values)));
    }

    /**
     * A domain with values.
     *
     * @param values the different values
     */
    public DataColumnDomainCreator(Set<? extends DataCell> values) {
        setValues(values);
    }

    /**
     * A domain with bounds.
     *
     * @param lower the smallest value
     * @param upper the greatest value
     */
    public DataColumnDomainCreator(DataCell lower, DataCell upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Sets the different values.
     *
     * @param values null for unknown
     */
    public void setValues(Set<? extends DataCell> values) {
        this.values = values;
    }

    /**
     * Sets the smallest value.
     *
     * @param lower null for unknown
     */
    public void setLowerBound(DataCell lower) {
        this.lower = lower;
    }

    /**
     * Sets the greatest value.
     *
     * @param upper null for unknown
     */
    public void setUpperBound(DataCell upper) {
        this.upper = upper;
    }

    /** {@return the domain} */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(values, lower, upper);
    }
}
