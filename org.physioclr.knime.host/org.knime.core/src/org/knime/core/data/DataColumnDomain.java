package org.knime.core.data;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** What is known of a column's values. */
public final class DataColumnDomain {

    static final DataColumnDomain UNKNOWN = new DataColumnDomain(null, null, null);

    private final Set<DataCell> values;
    private final DataCell lower;
    private final DataCell upper;

    DataColumnDomain(Set<? extends DataCell> values, DataCell lower, DataCell upper) {
        this.values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<DataCell>(values));
        this.lower = lower;
        this.upper = upper;
    }

    /** {@return the different values, null if unknown or too many} */
    public Set<DataCell> getValues() {
        return values;
    }

    /** {@return whether the different values are known} */
    public boolean hasValues() {
        return values != null;
    }

    /** {@return the smallest value, null if unknown} */
    public DataCell getLowerBound() {
        return lower;
    }

    /** {@return whether the smallest value is known} */
    public boolean hasLowerBound() {
        return lower != null;
    }

    /** {@return the greatest value, null if unknown} */
    public DataCell getUpperBound() {
        return upper;
    }

    /** {@return whether the greatest value is known} */
    public boolean hasUpperBound() {
        return upper != null;
    }

    /** {@return whether the smallest and the greatest value are known} */
    public boolean hasBounds() {
        return hasLowerBound() && hasUpperBound();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataColumnDomain domain && Objects.equals(values, domain.values)
            && Objects.equals(lower, domain.lower) && Objects.equals(upper, domain.upper);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, lower, upper);
    }

    @Override
    public String toString() {
        return "values " + values + ", bounds [" + lower + ", " + upper + "]";
    }
}
