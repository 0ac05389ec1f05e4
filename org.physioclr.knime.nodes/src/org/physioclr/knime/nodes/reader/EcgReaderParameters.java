package org.physioclr.knime.nodes.reader;

import java.util.Optional;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
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
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.physioclr.knime.nodes.bridge.EcgSourceChoice;
import org.physioclr.knime.nodes.bridge.LabelFileChoice;

/** The settings of the ECG Reader. */
@LoadDefaultsForAbsentFields
public final class EcgReaderParameters implements NodeParameters {

    @Section(title = "Files")
    interface FileSection {
    }

    @Section(title = "Signal")
    @After(FileSection.class)
    interface SignalSection {
    }

    @Section(title = "Labels and patients")
    @After(SignalSection.class)
    interface LabelSection {
    }

    @Section(title = "Text files (CSV, TSV)")
    @After(LabelSection.class)
    @Advanced
    interface TextSection {
    }

    /** Which label columns the diagnoses of a header give. */
    enum Scheme {
        @Label("CinC 2021 (26 classes)")
        CINC_26,
        @Label("All found")
        ALL_FOUND
    }

    interface LengthReference extends ParameterReference<Length> {
    }

    static final class HasLength implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(LengthReference.class).isOneOf(Length.CROP_OR_PAD, Length.WINDOWS);
        }
    }

    interface LabelsFromReference extends ParameterReference<LabelsFrom> {
    }

    static final class HasLabelFile implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(LabelsFromReference.class).isOneOf(LabelsFrom.FILE);
        }
    }

    static final class HasDataSet implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(LabelsFromReference.class).isOneOf(LabelsFrom.DATA_SET);
        }
    }

    static final class HasLabels implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(LabelsFromReference.class).isOneOf(LabelsFrom.HEADER, LabelsFrom.FILE);
        }
    }

    @Layout(FileSection.class)
    EcgSourceChoice source = new EcgSourceChoice();

    @Widget(title = "Column with paths", description = """
            Only if a table of files is connected: the column with their paths. Relative ones start from the chosen
            folder. Of a WFDB record its header counts.
            """)
    @Layout(FileSection.class)
    @ChoicesProvider(StringColumnsProvider.class)
    String pathColumn = "Path";

    @Widget(title = "Include subfolders", description = "Reads the ECGs of all folders below the chosen one, too.")
    @Layout(FileSection.class)
    boolean recursive = true;

    @Widget(title = "Leads", description = """
            Standard twelve gives I, II, III, aVR, aVL, aVF and V1 to V6 in this order, found by their names; missing
            limb leads are derived from two that are there, and a lead that can't be had is all missing. As recorded
            keeps every channel in the file's order.
            """)
    @Layout(SignalSection.class)
    @ValueSwitchWidget
    Leads leads = Leads.TWELVE;

    @Widget(title = "Sampling rate [Hz]", description = """
            Resamples every record to this rate, with an anti-aliasing filter. Left out, each record keeps its own rate;
            training resamples by itself.
            """)
    @Layout(SignalSection.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    Optional<Double> rateHz = Optional.empty();

    @Widget(title = "Length", description = """
            As recorded keeps each record whole. Crop or pad gives every record the same length: longer ones lose their
            end, shorter ones end in missing samples. Windows cuts a record into consecutive rows of this length; a rest
            of at least half a row is filled up with missing samples, a shorter one dropped.
            """)
    @Layout(SignalSection.class)
    @ValueSwitchWidget
    @ValueReference(LengthReference.class)
    Length length = Length.FULL;

    @Widget(title = "Seconds", description = "The length of a row.")
    @Layout(SignalSection.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = HasLength.class, type = EffectType.SHOW)
    double lengthSeconds = 10;

    @Widget(title = "Labels from", description = """
            Record header takes the diagnoses (SNOMED CT codes) that a header lists. Label file takes a CSV file; if
            none is chosen the headers are used. Known data set takes the tables of a public data set, which lie in the
            chosen folder or above it, and knows its patients. A label that nothing is known about is missing, never 0.
            """)
    @Layout(LabelSection.class)
    @ValueSwitchWidget
    @ValueReference(LabelsFromReference.class)
    LabelsFrom labelSource = LabelsFrom.HEADER;

    @Layout(LabelSection.class)
    @Effect(predicate = HasLabelFile.class, type = EffectType.SHOW)
    LabelFileChoice labels = new LabelFileChoice();

    @Widget(title = "Data set", description = """
            Which public data set the folder holds. Classes that nobody looked for in a source are missing, not 0. For
            PTB-XL the column Fold has the recommended folds, 9 to validate and 10 to test, by which the ECG Partitioner
            can split.
            """)
    @Layout(LabelSection.class)
    @Effect(predicate = HasDataSet.class, type = EffectType.SHOW)
    DataSet dataSet = DataSet.PTB_XL;

    @Widget(title = "Label columns", description = """
            CinC 2021 always gives the same 26 columns, the classes that the PhysioNet/CinC Challenge 2021 scores. All
            found gives one column for every diagnosis that occurs, known only after the files have been read.
            """)
    @Layout(LabelSection.class)
    @ValueSwitchWidget
    @Effect(predicate = HasLabels.class, type = EffectType.SHOW)
    Scheme labelScheme = Scheme.CINC_26;

    @Widget(title = "Patient", description = """
            Whose ECG a record is, so that no patient is in a training and a test set at once. Label file or header
            takes the label file's column patient or what the format has; Name of the folder takes the folder that a
            record lies in, as in the PTB database. A record of an unknown patient counts as a patient of its own.
            """)
    @Layout(LabelSection.class)
    PatientSource patientSource = PatientSource.AUTOMATIC;

    @Layout(TextSection.class)
    TextFiles text = new TextFiles();
}
