package org.physioclr.knime.nodes.partitioner;

import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.physioclr.core.run.Range;
import org.physioclr.knime.nodes.bridge.LabelColumns;
import org.physioclr.knime.nodes.bridge.Ranges;

/** The settings of the ECG Partitioner. */
@LoadDefaultsForAbsentFields
public final class EcgPartitionerParameters implements NodeParameters {

    @Widget(title = "Training share [%]", description = """
            The share of the ECGs whose patients go to the training table, in percent. All ECGs of a patient go to the
            same side, so the share is met as nearly as that allows.
            """)
    @NumberInputWidget(minValidation = Ranges.AtLeastOnePercent.class, maxValidation = Ranges.AtMost99Percent.class)
    double trainingPercent = 70;

    @Widget(title = "Patient column", description = """
            Says whose ECG a row is. A row without a patient counts as a patient of its own.
            """)
    @ChoicesProvider(AllColumnsProvider.class)
    String patientColumn = "Patient";

    @Widget(title = "Labels to balance", description = """
            The 0/1 columns whose share is to be alike on both sides, rare ones first (iterative stratification). By
            default all label columns.
            """)
    @ColumnFilterWidget(choicesProvider = LabelColumns.class)
    ColumnFilter labels = LabelColumns.all();

    @Widget(title = "Seed", description = "The same seed gives the same partition of the same table.")
    int seed = 1;

    /** The place of the patient column. */
    int patientIndex(DataTableSpec spec) throws InvalidSettingsException {
        int index = spec.findColumnIndex(patientColumn);
        if (index < 0) {
            throw new InvalidSettingsException("The input table has no column \"" + patientColumn
                + "\" that says whose ECG a row is. Choose the patient column in the dialog.");
        }
        return index;
    }

    List<String> labels(DataTableSpec spec) throws InvalidSettingsException {
        return LabelColumns.selected(labels, spec);
    }

    /** The shares of training and test. */
    double[] shares() {
        Range.check("Training share [%]", trainingPercent, 1, 99);
        return new double[] {trainingPercent / 100, 1 - trainingPercent / 100};
    }
}
