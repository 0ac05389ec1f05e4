package org.physioclr.knime.nodes.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.physioclr.core.label.LabelFile;
import org.physioclr.core.label.LabelScheme;
import org.physioclr.core.read.LabelSource;
import org.physioclr.core.read.ReaderOptions;
import org.physioclr.knime.nodes.bridge.ChosenPath;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.NodeWork;
import org.physioclr.knime.nodes.reader.EcgReaderParameters.Scheme;

/**
 * What the settings of the ECG Reader ask for.
 *
 * @param settings as the dialog has them
 */
record ReadingPlan(EcgReaderParameters settings) {

    /**
     * Looks whether the settings can be used, without reading anything.
     *
     * @param files the columns of the table that lists the files, empty if there is none
     * @throws InvalidSettingsException if a number is out of range or a chosen local file is not there
     */
    void check(Optional<DataTableSpec> files) throws InvalidSettingsException {
        if (files.isPresent()) {
            pathColumn(files.get());
        } else if (settings.source.isEmpty()) {
            throw new InvalidSettingsException("No folder or file is chosen. Choose the folder with the ECGs in the "
                + "dialog.");
        }
        if (!settings.source.isEmpty()) {
            requireThere("file or folder", settings.source.localPath());
        }
        if (files.isEmpty() && settings.source.localPath().isPresent()) {
            requireFile(settings.source.localPath().get());
        }
        if (hasLabelFile()) {
            requireThere("label file", settings.labels.localPath());
        }
        NodeWork.check(() -> toOptions(new LabelSource.Header()));
    }

    /**
     * The index of the column with the paths of the files.
     *
     * @throws InvalidSettingsException if it isn't there or holds no text
     */
    int pathColumn(DataTableSpec files) throws InvalidSettingsException {
        int index = files.findColumnIndex(settings.pathColumn);
        if (index < 0 || !files.getColumnSpec(index).getType().isCompatible(StringValue.class)) {
            throw new InvalidSettingsException("The input table has no text column \"" + settings.pathColumn
                + "\". Choose the column with the paths in the dialog.");
        }
        return index;
    }

    private static void requireThere(String what, Optional<Path> path) throws InvalidSettingsException {
        if (path.isPresent() && !Files.exists(path.get())) {
            throw new InvalidSettingsException("There is no " + what + " " + path.get()
                + ". Choose another one in the dialog.");
        }
    }

    /**
     * Looks whether the location is what the settings say.
     *
     * @throws InvalidSettingsException if it is a folder where one file is to be read
     */
    void requireFile(Path location) throws InvalidSettingsException {
        if (!settings.source.isWholeFolder() && Files.isDirectory(location)) {
            throw new InvalidSettingsException(location + " is a folder, and one file is to be read. Choose a file, or "
                + "Whole folder in the dialog.");
        }
    }

    /** The columns of the ECGs, empty if they are known only after reading. */
    Optional<DataTableSpec> knownSpec() {
        return knownLabels().map(this::spec);
    }

    /** The columns of the ECGs with these labels. */
    DataTableSpec spec(List<String> labels) {
        return EcgTable.spec(hasFolds(), labels);
    }

    private Optional<List<String>> knownLabels() {
        if (settings.labelSource == LabelsFrom.NONE) {
            return Optional.of(List.of());
        }
        if (settings.labelSource == LabelsFrom.DATA_SET) {
            return Optional.of(settings.dataSet.labels());
        }
        boolean fixed = !hasLabelFile() && settings.labelScheme == Scheme.CINC_26;
        return fixed ? Optional.of(LabelScheme.CINC_26.fixedLabels()) : Optional.empty();
    }

    /** Whether the data set says in which fold of its recommended split a record is. */
    boolean hasFolds() {
        return settings.labelSource == LabelsFrom.DATA_SET && settings.dataSet.hasFolds();
    }

    /** Whether labels come from a file that has been chosen; without one the headers are used. */
    private boolean hasLabelFile() {
        return settings.labelSource == LabelsFrom.FILE && !settings.labels.isEmpty();
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

    private ReaderOptions toOptions(LabelSource from) {
        return new ReaderOptions(settings.leads.choice(),
            settings.rateHz.map(OptionalDouble::of).orElse(OptionalDouble.empty()), settings.length.rule(),
            settings.lengthSeconds, from, scheme(), settings.text.toOptions());
    }

    /**
     * A label file and a data set bring their own labels; the classes of CinC 2021 are for data sets that have none.
     */
    private LabelScheme scheme() {
        boolean cinc = settings.labelSource == LabelsFrom.DATA_SET
            || settings.labelScheme == Scheme.CINC_26 && !hasLabelFile();
        return cinc ? LabelScheme.CINC_26 : LabelScheme.ALL_FOUND;
    }

    private LabelSource labelSource(Path location) throws IOException {
        if (settings.labelSource == LabelsFrom.NONE) {
            return new LabelSource.None();
        }
        if (settings.labelSource == LabelsFrom.DATA_SET) {
            Path folder = Files.isDirectory(location) ? location : location.toAbsolutePath().getParent();
            return new LabelSource.Known(settings.dataSet.open(folder));
        }
        if (!hasLabelFile()) {
            return new LabelSource.Header();
        }
        try (ChosenPath file = settings.labels.open()) {
            return new LabelSource.File(LabelFile.read(file.path()));
        }
    }
}
