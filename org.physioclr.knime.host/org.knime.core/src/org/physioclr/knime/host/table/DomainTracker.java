package org.physioclr.knime.host.table;

import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;

/** Follows the values of a column as KNIME does: bounds of numbers, and different values of names up to sixty. */
final class DomainTracker {

    private static final int MOST_VALUES = 60;

    private final DataColumnSpec column;
    private final boolean numeric;
    private Set<DataCell> values;
    private DataCell lower;
    private DataCell upper;

    DomainTracker(DataColumnSpec column) {
        this.column = column;
        DataColumnDomain given = column.getDomain();
        numeric = column.getType().isCompatible(DoubleValue.class);
        values = column.getType().isCompatible(NominalValue.class)
            ? new LinkedHashSet<>(given.hasValues() ? given.getValues() : Set.of()) : null;
        lower = given.getLowerBound();
        upper = given.getUpperBound();
    }

    void see(DataCell cell) {
        if (cell.isMissing()) {
            return;
        }
        if (numeric && !Double.isNaN(number(cell))) {
            lower = lower == null || number(cell) < number(lower) ? cell : lower;
            upper = upper == null || number(cell) > number(upper) ? cell : upper;
        }
        if (values != null) {
            values.add(cell);
            values = values.size() > MOST_VALUES ? null : values;
        }
    }

    private static double number(DataCell cell) {
        return ((DoubleValue)cell).getDoubleValue();
    }

    /** {@return the column with what was seen} */
    DataColumnSpec column() {
        DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
        DataColumnDomainCreator domain = new DataColumnDomainCreator(lower, upper);
        domain.setValues(values);
        creator.setDomain(domain.createDomain());
        return creator.createSpec();
    }
}
