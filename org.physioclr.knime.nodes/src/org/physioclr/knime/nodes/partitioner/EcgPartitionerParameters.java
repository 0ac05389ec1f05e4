package org.physioclr.knime.nodes.partitioner;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
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

    /** What decides on which side a patient is. */
    enum SplitBy {
        @Label("Share")
        SHARE,
        @Label("Fixed folds")
        FOLDS
    }

    interface SplitByReference extends ParameterReference<SplitBy> {
    }

    static final class HasFolds implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(SplitByReference.class).isOneOf(SplitBy.FOLDS);
        }
    }

    @Widget(title = "Split by", description = """
            <b>Share</b> draws the patients, with every label balanced. <b>Fixed folds</b> follows a column, such as
            the folds that PTB-XL recommends, so that results can be compared with those of others.
            """)
    @ValueSwitchWidget
    @ValueReference(SplitByReference.class)
    SplitBy splitBy = SplitBy.SHARE;

    @Widget(title = "Fold column", description = "Says in which fold a row is. The ECG Reader gives it as "
        + "<tt>Fold</tt>.")
    @ChoicesProvider(AllColumnsProvider.class)
    @Effect(predicate = HasFolds.class, type = EffectType.SHOW)
    String foldColumn = "Fold";

    @Widget(title = "Test folds", description = """
            The folds that become the test table, as a list such as 9, 10; all others become the training table. 10 is
            the recommended test fold of PTB-XL.
            """)
    @Effect(predicate = HasFolds.class, type = EffectType.SHOW)
    String testFolds = "10";

    @Widget(title = "Training share [%]", description = """
            The share of the ECGs whose patients go to the training table, in percent. All ECGs of a patient go to the
            same side, so the share is met as nearly as that allows.
            """)
    @NumberInputWidget(minValidation = Ranges.AtLeastOnePercent.class, maxValidation = Ranges.AtMost99Percent.class)
    @Effect(predicate = HasFolds.class, type = EffectType.HIDE)
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
    @Effect(predicate = HasFolds.class, type = EffectType.HIDE)
    ColumnFilter labels = LabelColumns.all();

    @Widget(title = "Seed", description = "The same seed gives the same partition of the same table.")
    @Effect(predicate = HasFolds.class, type = EffectType.HIDE)
    int seed = 1;

    /** The place of the patient column. */
    int patientIndex(DataTableSpec spec) throws InvalidSettingsException {
        return index(spec, patientColumn, "whose ECG a row is. Choose the patient column in the dialog.");
    }

    private static int index(DataTableSpec spec, String column, String purpose) throws InvalidSettingsException {
        int index = spec.findColumnIndex(column);
        if (index < 0) {
            throw new InvalidSettingsException("The input table has no column \"" + column + "\" that says " + purpose);
        }
        return index;
    }

    /**
     * The fixed folds to split by, empty if the share decides.
     *
     * @throws InvalidSettingsException if the table has no such column, or no test fold is named
     */
    Optional<FixedFolds> folds(DataTableSpec spec) throws InvalidSettingsException {
        if (splitBy == SplitBy.SHARE) {
            return Optional.empty();
        }
        Set<String> tested = Arrays.stream(testFolds.split("[,;\\s]+")).filter(fold -> !fold.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
        if (tested.isEmpty()) {
            throw new InvalidSettingsException("No test fold is named. Test folds must be a list such as 9, 10.");
        }
        return Optional.of(new FixedFolds(foldColumn, index(spec, foldColumn,
            "in which fold a row is. Choose the fold column in the dialog, or split by share."), tested));
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
