package org.physioclr.knime.nodes.probe;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.physioclr.knime.nodes.bridge.LabelColumns;
import org.physioclr.knime.nodes.bridge.MachineChoice;
import org.physioclr.knime.nodes.bridge.Ranges;
import org.physioclr.torch.protocol.ProbeOptions;

/** The settings of the Linear Probe. */
@LoadDefaultsForAbsentFields
public final class LinearProbeParameters implements NodeParameters {

    @Section(title = "Labels")
    interface LabelSection {
    }

    @Section(title = "Comparison")
    @After(LabelSection.class)
    interface ComparisonSection {
    }

    @Section(title = "Regression")
    @After(ComparisonSection.class)
    interface RegressionSection {
    }

    /** Offers the label columns of the training table, the second input. */
    static final class TrainingLabels extends LabelColumns {
        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }

    @Widget(title = "Labels", description = "The 0/1 columns to predict. By default all label columns.")
    @Layout(LabelSection.class)
    @ColumnFilterWidget(choicesProvider = TrainingLabels.class)
    ColumnFilter labels = LabelColumns.all();

    @Widget(title = "Fewest positives", description = """
            A label with fewer positives or fewer negatives than this among the training rows is not fitted: its
            predictions are missing and the report says why.
            """)
    @Layout(LabelSection.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int fewestPositives = 5;

    @Widget(title = "Name of the encoder", description = """
            What the encoder is called in the tables, so that several probes can be told apart where the AUROC Scorer
            brings them together.
            """)
    @Layout(ComparisonSection.class)
    String encoderName = "Pretrained";

    @Widget(title = "Label fractions [%]", description = """
            How much of the training labels to use, as a list such as 1, 10, 100. Patients are drawn, not rows; every
            fraction gives a block of prediction rows of its own.
            """)
    @Layout(ComparisonSection.class)
    String labelFractions = "100";

    @Widget(title = "Draws", description = "How often each fraction below 100 % is drawn anew.")
    @Layout(ComparisonSection.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int draws = 3;

    @Widget(title = "Compare with a random encoder", description = """
            Adds a block of predictions from the same architecture with random weights: what pretraining must beat.
            """)
    @Layout(ComparisonSection.class)
    boolean randomEncoder = true;

    @Widget(title = "Compare with physiology features", description = """
            Adds a block of predictions from the feature columns of Physiology Features, if both tables have them.
            """)
    @Layout(ComparisonSection.class)
    boolean physiologyFeatures = true;

    @Widget(title = "Folds", description = """
            The folds of the cross-validation, by patient and on training rows only, that chooses the strength of the
            regularisation.
            """)
    @Layout(RegressionSection.class)
    @NumberInputWidget(minValidation = Ranges.AtLeastTwo.class)
    int folds = 3;

    @Widget(title = "Balance outcomes", description = """
            Weighs positives and negatives so that both count alike, whatever their number.
            """)
    @Layout(RegressionSection.class)
    boolean balanced = false;

    @Widget(title = "Seed", description = "Draws folds, label fractions and the random encoder.")
    @Layout(RegressionSection.class)
    int seed = 1;

    @Layout(RegressionSection.class)
    MachineChoice machine = new MachineChoice();

    /**
     * The labels to predict.
     *
     * @throws InvalidSettingsException if there is none, or the test table lacks one or has other values in it
     */
    List<String> labels(DataTableSpec training, DataTableSpec test) throws InvalidSettingsException {
        List<String> selected = LabelColumns.selected(labels, training);
        if (selected.isEmpty()) {
            throw new InvalidSettingsException("The training table has no 0/1 label column to predict. Let the ECG "
                + "Reader make label columns, or choose some in the dialog.");
        }
        for (String label : selected) {
            if (Predictions.isTaken(label)) {
                throw new InvalidSettingsException("The predictions have a column \"" + label
                    + "\" of their own. Rename the label column, or leave it out in the dialog.");
            }
            DataColumnSpec column = test.getColumnSpec(label);
            if (column == null || !LabelColumns.isLabel(column)) {
                throw new InvalidSettingsException((column == null ? "The test table has no column \"" + label + "\""
                    : "The column \"" + label + "\" of the test table is no 0/1 integer column")
                    + ". Take both tables from one ECG Partitioner, or leave this label out in the dialog.");
            }
        }
        return selected;
    }

    /**
     * How the probes are to be fitted.
     *
     * @param features whether both tables have feature columns
     * @throws IllegalArgumentException if a setting is out of range
     */
    ProbeOptions toOptions(boolean features) {
        return new ProbeOptions(encoderName.strip(), fractions(), draws, folds, fewestPositives, balanced,
            randomEncoder, physiologyFeatures && features, seed);
    }

    private List<Double> fractions() {
        try {
            return Arrays.stream(labelFractions.split("[,;\\s]+")).filter(text -> !text.isEmpty()).map(Double::valueOf)
                .distinct().toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Label fractions [%] must be a list such as 1, 10, 100, not \""
                + labelFractions + "\"", e);
        }
    }
}
