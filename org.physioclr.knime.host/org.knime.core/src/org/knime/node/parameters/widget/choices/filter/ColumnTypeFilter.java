package org.knime.node.parameters.widget.choices.filter;

import org.knime.core.data.DataColumnSpec;

/** Selection of columns by the class of their preferred value. */
final class ColumnTypeFilter extends TypeFilter {

    /** {@return whether a column's type is selected} */
    boolean selects(DataColumnSpec column) {
        return getIsSelectedPredicate().test(column.getType().getPreferredValueClass().getName());
    }
}
