package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** Selects columns by lists of names, a pattern, or type. */
public final class ColumnFilter extends TypedStringFilter<ColumnTypeFilter> {

    /** Selects nothing. */
    public ColumnFilter() {
        this(new String[0]);
    }

    /**
     * Selects by name.
     *
     * @param selected the names
     */
    public ColumnFilter(String[] selected) {
        super(selected, new ColumnTypeFilter());
    }

    /**
     * Selects columns.
     *
     * @param selected the columns
     */
    public ColumnFilter(List<DataColumnSpec> selected) {
        this(names(selected));
    }

    /** {@return this filter, which now also selects columns it has never seen} */
    public ColumnFilter withIncludeUnknownColumns() {
        manualFilter.includeUnknownColumns = true;
        return this;
    }

    /** {@return this filter, which no longer selects columns it has never seen} */
    public ColumnFilter withExcludeUnknownColumns() {
        manualFilter.includeUnknownColumns = false;
        return this;
    }

    /**
     * {@return the names of the selected columns, in the order of the choices}
     *
     * @param choices the columns to choose from
     */
    public String[] filter(List<DataColumnSpec> choices) {
        return names(choices.stream().filter(getFilterPredicate()).toList());
    }

    /**
     * {@return the names of the selected columns of a table}
     *
     * @param spec the table
     */
    public String[] filterFromFullSpec(DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    /** {@return a test of columns} */
    public Predicate<DataColumnSpec> getFilterPredicate() {
        if (mode == FilterMode.TYPE) {
            return typeFilter::selects;
        }
        Predicate<String> byName = getStringFilterPredicate();
        return column -> byName.test(column.getName());
    }

    /**
     * {@return the names selected by hand that are not among the choices; empty in the other modes}
     *
     * @param choices the columns to choose from
     */
    public String[] getMissingSelected(List<DataColumnSpec> choices) {
        if (mode != FilterMode.MANUAL) {
            return new String[0];
        }
        Set<String> present = Set.of(names(choices));
        return Arrays.stream(manualFilter.manuallySelected).filter(name -> !present.contains(name))
            .toArray(String[]::new);
    }

    /**
     * {@return the names selected by hand that a table lacks; empty in the other modes}
     *
     * @param spec the table
     */
    public String[] getMissingSelectedFromFullSpec(DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }

    private static String[] names(List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
