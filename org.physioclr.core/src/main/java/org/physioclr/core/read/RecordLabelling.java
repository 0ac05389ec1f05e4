package org.physioclr.core.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.physioclr.core.label.DataSetEntry;
import org.physioclr.core.label.LabelFile;
import org.physioclr.core.label.LabelScheme;
import org.physioclr.core.label.RecordLabels;
import org.physioclr.core.label.Snomed;

/**
 * Who was recorded and what was found, from the label source and the record's own file.
 *
 * @param patient the label source goes before the file for the identifier, after it for age and sex
 * @param diagnoses of the data set's table, else of the file
 * @param labels the record's labels
 * @param fold of the data set's recommended split
 * @param warnings what is odd about the diagnoses
 */
record RecordLabelling(Patient patient, Diagnoses diagnoses, RecordLabels labels, OptionalInt fold,
        List<String> warnings) {

    static RecordLabelling of(ReaderOptions options, RecordFile file, Recording recording) {
        LabelSource source = options.labelSource();
        if (source instanceof LabelSource.File table) {
            return ofRow(options, table, table.file().find(file.key()), recording);
        }
        if (source instanceof LabelSource.Known known) {
            return ofDataSet(options, known.dataSet().find(file.path()), recording);
        }
        List<String> warnings = new ArrayList<>();
        RecordLabels labels = source instanceof LabelSource.None ? RecordLabels.MISSING
            : ofDiagnoses(options.labelScheme(), recording.diagnoses(), warnings);
        return new RecordLabelling(recording.patient(), recording.diagnoses(), labels, OptionalInt.empty(), warnings);
    }

    private static RecordLabelling ofRow(ReaderOptions options, LabelSource.File table,
            Optional<LabelFile.Entry> row, Recording recording) {
        RecordLabels labels = row.map(LabelFile.Entry::labels).orElse(RecordLabels.MISSING);
        List<String> lacking = options.knownLabels().stream()
            .filter(label -> !table.file().labels().contains(label)).toList();
        Patient own = recording.patient();
        String id = row.map(LabelFile.Entry::patient).filter(text -> !text.isEmpty()).orElse(own.id());
        return new RecordLabelling(new Patient(id, own.ageYears(), own.sex()), recording.diagnoses(),
            withUnknown(labels, lacking), OptionalInt.empty(), List.of());
    }

    private static RecordLabelling ofDataSet(ReaderOptions options, DataSetEntry entry, Recording recording) {
        List<String> warnings = new ArrayList<>();
        Diagnoses diagnoses = entry.statements().map(statements -> new Diagnoses(true, statements))
            .orElse(recording.diagnoses());
        RecordLabels labels = entry.labels()
            .orElseGet(() -> ofDiagnoses(options.labelScheme(), diagnoses, warnings));
        Patient own = recording.patient();
        Patient patient = new Patient(entry.patient().isEmpty() ? own.id() : entry.patient(),
            Double.isNaN(own.ageYears()) ? entry.ageYears() : own.ageYears(),
            own.sex() == Sex.UNKNOWN ? Sex.of(entry.sex()) : own.sex());
        return new RecordLabelling(patient, diagnoses, withUnknown(labels, entry.unannotated()), entry.fold(),
            warnings);
    }

    /** A label that holds stays known even where nobody is said to have looked for it. */
    private static RecordLabels withUnknown(RecordLabels labels, Iterable<String> more) {
        Set<String> unknown = new LinkedHashSet<>(labels.unknown());
        more.forEach(unknown::add);
        unknown.removeAll(labels.positive());
        return new RecordLabels(labels.annotated(), labels.positive(), unknown);
    }

    private static RecordLabels ofDiagnoses(LabelScheme scheme, Diagnoses diagnoses, List<String> warnings) {
        if (diagnoses.isSnomed()) {
            diagnoses.statements().stream().filter(code -> Snomed.of(code).isEmpty())
                .forEach(code -> warnings.add("diagnosis " + code + " is not a known code"));
            return scheme.fromCodes(diagnoses.snomedCodes());
        }
        return diagnoses.stated() && scheme == LabelScheme.ALL_FOUND
            ? new RecordLabels(true, new LinkedHashSet<>(diagnoses.statements()), Set.of()) : RecordLabels.MISSING;
    }
}
