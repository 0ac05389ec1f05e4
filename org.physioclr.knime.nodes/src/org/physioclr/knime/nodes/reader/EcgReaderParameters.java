package org.physioclr.knime.nodes.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.knime.core.node.InvalidSettingsException;
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
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.physioclr.core.label.LabelFile;
import org.physioclr.core.label.LabelScheme;
import org.physioclr.core.read.LabelSource;
import org.physioclr.core.read.LeadChoice;
import org.physioclr.core.read.ReadResult;
import org.physioclr.core.read.ReaderOptions;
import org.physioclr.core.signal.LengthRule;
import org.physioclr.knime.nodes.bridge.ChosenPath;
import org.physioclr.knime.nodes.bridge.EcgSourceChoice;
import org.physioclr.knime.nodes.bridge.LabelFileChoice;
import org.physioclr.knime.nodes.bridge.NodeWork;

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

    /** Which leads a row holds. */
    enum Leads {
        @Label("Standard twelve")
        TWELVE,
        @Label("As recorded")
        AS_RECORDED
    }

    /** What becomes of records that are longer or shorter than wished. */
    enum Length {
        @Label("As recorded")
        FULL,
        @Label("Crop or pad")
        CROP_OR_PAD,
        @Label("Windows")
        WINDOWS
    }

    /** Where the 0/1 label columns come from. */
    enum LabelsFrom {
        @Label("Record header")
        HEADER,
        @Label("Label file")
        FILE,
        @Label("Known data set")
        DATA_SET,
        @Label("None")
        NONE
    }

    /** Which label columns the diagnoses of a header give. */
    enum Scheme {
        @Label("CinC 2021 (26 classes)")
        CINC_26,
        @Label("All found")
        ALL_FOUND
    }

    /** Whose record it is. */
    enum PatientSource {
        @Label("Label file or header")
        AUTOMATIC,
        @Label("Name of the folder")
        PARENT_FOLDER,
        @Label("Each record another")
        RECORD
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
            Which public data set the folder holds. Classes that nobody looked for in a source are missing, not 0.
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

    /** Whether labels come from a file that has been chosen; without one the headers are used. */
    private boolean hasLabelFile() {
        return labelSource == LabelsFrom.FILE && !labels.isEmpty();
    }

    /** The label columns, empty if they are known only after reading. */
    Optional<List<String>> knownLabels() {
        if (labelSource == LabelsFrom.NONE) {
            return Optional.of(List.of());
        }
        boolean fixed = !hasLabelFile() && labelSource != LabelsFrom.DATA_SET && labelScheme == Scheme.CINC_26;
        return fixed ? Optional.of(LabelScheme.CINC_26.fixedLabels()) : Optional.empty();
    }

    /**
     * What is to be done with the files. Reads the label file or the data set's tables, if they are chosen.
     *
     * @param location the chosen folder or file
     * @throws IOException if the label file or a table can't be read
     */
    ReaderOptions toOptions(Path location) throws IOException {
        return toOptions(labelSource(location));
    }

    /**
     * Looks whether the settings can be used, without reading anything.
     *
     * @throws InvalidSettingsException if a number is out of range or a chosen local file is not there
     */
    void check() throws InvalidSettingsException {
        if (source.isEmpty()) {
            throw new InvalidSettingsException("No folder or file is chosen. Choose the folder with the ECGs in the "
                + "dialog.");
        }
        requireThere("file or folder", source.localPath());
        if (hasLabelFile()) {
            requireThere("label file", labels.localPath());
        }
        NodeWork.check(() -> toOptions(new LabelSource.Header()));
    }

    private static void requireThere(String what, Optional<Path> path) throws InvalidSettingsException {
        if (path.isPresent() && !Files.exists(path.get())) {
            throw new InvalidSettingsException("There is no " + what + " " + path.get()
                + ". Choose another one in the dialog.");
        }
    }

    private ReaderOptions toOptions(LabelSource from) {
        return new ReaderOptions(leads == Leads.TWELVE ? LeadChoice.TWELVE : LeadChoice.ALL,
            rateHz.map(OptionalDouble::of).orElse(OptionalDouble.empty()), switch (length) {
                case FULL -> LengthRule.FULL;
                case CROP_OR_PAD -> LengthRule.CROP_AND_PAD;
                case WINDOWS -> LengthRule.WINDOWS;
            }, lengthSeconds, from, scheme());
    }

    /** A label file and a data set bring their own labels; the classes of CinC 2021 are for data sets that have none. */
    private LabelScheme scheme() {
        boolean cinc = labelSource == LabelsFrom.DATA_SET || labelScheme == Scheme.CINC_26 && !hasLabelFile();
        return cinc ? LabelScheme.CINC_26 : LabelScheme.ALL_FOUND;
    }

    private LabelSource labelSource(Path location) throws IOException {
        if (labelSource == LabelsFrom.NONE) {
            return new LabelSource.None();
        }
        if (labelSource == LabelsFrom.DATA_SET) {
            Path folder = Files.isDirectory(location) ? location : location.toAbsolutePath().getParent();
            return new LabelSource.Known(dataSet.open(folder));
        }
        if (!hasLabelFile()) {
            return new LabelSource.Header();
        }
        try (ChosenPath file = labels.open()) {
            return new LabelSource.File(LabelFile.read(file.path()));
        }
    }

    /** Whose ECG a record is, empty if unknown. */
    String patient(ReadResult.Accepted accepted) {
        return switch (patientSource) {
            case AUTOMATIC -> accepted.patient().id();
            case PARENT_FOLDER -> {
                int slash = accepted.record().lastIndexOf('/');
                yield slash < 0 ? "" : accepted.record().substring(0, slash);
            }
            case RECORD -> accepted.record();
        };
    }
}
