package org.physioclr.knime.nodes.bridge;

import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.physioclr.core.split.PatientSplit;

/** Offers the label columns of the first input table: integers that are 0 or 1. */
public class LabelColumns implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(DataColumnSpec column) {
        return isLabel(column);
    }

    /** The setting that takes all label columns, those of later inputs too. */
    public static ColumnFilter all() {
        return new ColumnFilter().withIncludeUnknownColumns();
    }

    /**
     * The names of the label columns that a setting selects.
     *
     * @throws InvalidSettingsException if a selected column is gone
     */
    public static List<String> selected(ColumnFilter filter, DataTableSpec spec) throws InvalidSettingsException {
        List<DataColumnSpec> labels = spec.stream().filter(LabelColumns::isLabel).toList();
        String[] gone = filter.getMissingSelected(labels);
        if (gone.length > 0) {
            throw new InvalidSettingsException("The input table has no 0/1 integer column \"" + gone[0]
                + "\". Choose the label columns again in the dialog.");
        }
        return List.of(filter.filter(labels));
    }

    /**
     * A row's label: 0, 1 or {@link PatientSplit#UNKNOWN} if the cell is missing.
     *
     * @throws IllegalArgumentException if the cell holds another number, naming row and column
     */
    public static byte value(DataRow row, int index, String label) {
        int value = Cells.integer(row.getCell(index), PatientSplit.UNKNOWN);
        if (value >> 1 != 0 && !row.getCell(index).isMissing()) {
            throw new IllegalArgumentException("The label column \"" + label + "\" has the value " + value + " in row "
                + row.getKey() + ". Labels are 0, 1 or missing; leave this column out in the dialog.");
        }
        return (byte) value;
    }

    /** A row's label as a number, NaN if it is unknown; see {@link #value}. */
    public static double number(DataRow row, int index, String label) {
        byte value = value(row, index, label);
        return value == PatientSplit.UNKNOWN ? Double.NaN : value;
    }

    /** Whether a column holds integers, none of which is known to be other than 0 and 1. */
    public static boolean isLabel(DataColumnSpec column) {
        DataColumnDomain domain = column.getDomain();
        return column.getType().equals(IntCell.TYPE) && within(domain.getLowerBound())
            && within(domain.getUpperBound());
    }

    /** An unknown bound may be that of a label; node execution checks the values themselves. */
    private static boolean within(DataCell bound) {
        return bound == null || bound.isMissing() || ((IntValue) bound).getIntValue() >> 1 == 0;
    }
}
