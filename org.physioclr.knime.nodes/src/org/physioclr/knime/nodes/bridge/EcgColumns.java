package org.physioclr.knime.nodes.bridge;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.physioclr.knime.nodes.cell.EcgValue;

/** Finds the column with the ECGs, and offers such columns of the first input table in a dialog. */
public class EcgColumns extends CompatibleColumnsProvider {

    public EcgColumns() {
        super(EcgValue.class);
    }

    /**
     * The index of the ECG column to use: the chosen one, or the first there is if none has been chosen.
     *
     * @param spec the input table's
     * @param chosen the column's name from the settings; empty means the first ECG column
     * @throws InvalidSettingsException if there is none, or the chosen one is no ECG column
     */
    public static int indexIn(DataTableSpec spec, String chosen) throws InvalidSettingsException {
        return indexIn(spec, chosen, "input table");
    }

    /** The same for one of several tables, which the message calls by its name. */
    public static int indexIn(DataTableSpec spec, String chosen, String table) throws InvalidSettingsException {
        if (chosen == null || chosen.isEmpty()) {
            for (int i = 0; i < spec.getNumColumns(); i++) {
                if (spec.getColumnSpec(i).getType().isCompatible(EcgValue.class)) {
                    return i;
                }
            }
            throw new InvalidSettingsException("The " + table + " has no ECG column. Connect a node that gives ECGs, "
                + "such as ECG Reader or ECG Synthesizer.");
        }
        int index = spec.findColumnIndex(chosen);
        if (index < 0 || !spec.getColumnSpec(index).getType().isCompatible(EcgValue.class)) {
            throw new InvalidSettingsException("The " + table + " has no ECG column \"" + chosen
                + "\". Choose another one in the dialog.");
        }
        return index;
    }
}
