package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.physioclr.core.label.LabelFile;
import org.physioclr.core.label.LabelScheme;
import org.physioclr.core.label.RecordLabels;
import org.physioclr.core.label.Snomed;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.LengthRule;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.MissingSamples;
import org.physioclr.core.signal.Resampler;
import org.physioclr.core.signal.SignalQuality;
import org.physioclr.core.signal.Windows;

/**
 * Turns one file into rows. Stateless and thread-safe.
 *
 * @param root the chosen folder
 * @param options what to make of a file
 */
record RecordPipeline(Path root, ReaderOptions options) {

    /** Reads a file; whatever is wrong with it becomes a rejection, never an exception. */
    ReadResult read(Path file) {
        try {
            return accepted(file, RecordReader.readAny(file, options.text()));
        } catch (ReadException e) {
            return new ReadResult.Rejected(file, formatName(file), e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            return new ReadResult.Rejected(file, formatName(file), file.getFileName() + ": " + e.getMessage()
                + ". Check the file and the reader's options.");
        } catch (OutOfMemoryError e) {
            return new ReadResult.Rejected(file, formatName(file), file.getFileName()
                + ": there is not enough memory for it. Give the program more, or cut the record.");
        }
    }

    private static String formatName(Path file) {
        try {
            return RecordReader.formatOf(file).map(FileFormat::title).orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private ReadResult accepted(Path file, Recording recording) {
        String key = key(file);
        List<String> warnings = new ArrayList<>(recording.warnings());
        EcgRecord converted = EcgConversion.convert(recording, key, options.leads(), warnings);
        EcgRecord ecg = options.targetRateHz().isEmpty() ? converted
            : Resampler.resample(converted, options.targetRateHz().getAsDouble());
        Optional<LabelFile.Entry> row = options.labelSource() instanceof LabelSource.File source
            ? source.file().find(key) : Optional.empty();
        String patientId = row.map(LabelFile.Entry::patient).filter(id -> !id.isEmpty())
            .orElse(recording.patient().id());
        Patient patient = new Patient(patientId, recording.patient().ageYears(), recording.patient().sex());
        Diagnoses diagnoses = recording.diagnoses();
        List<String> names = diagnoses.statements().stream().map(Snomed::label).distinct().toList();
        RecordLabels labels = labels(diagnoses, row.map(LabelFile.Entry::labels), warnings);
        EcgRecord owned = new EcgRecord(key, patientId, ecg.rateHz(), ecg.leads(), ecg.samplesMv());
        return new ReadResult.Accepted(file, key, recording.format(), patient, diagnoses.stated(), names, labels,
            parts(owned, warnings));
    }

    private RecordLabels labels(Diagnoses diagnoses, Optional<RecordLabels> row, List<String> warnings) {
        if (options.labelSource() instanceof LabelSource.None) {
            return RecordLabels.MISSING;
        }
        if (options.labelSource() instanceof LabelSource.File source) {
            RecordLabels labels = row.orElse(RecordLabels.MISSING);
            Set<String> unknown = new LinkedHashSet<>(labels.unknown());
            options.knownLabels().stream().filter(label -> !source.file().labels().contains(label))
                .forEach(unknown::add);
            return new RecordLabels(labels.annotated(), labels.positive(), unknown);
        }
        if (diagnoses.isSnomed()) {
            diagnoses.statements().stream().filter(code -> Snomed.of(code).isEmpty())
                .forEach(code -> warnings.add("diagnosis " + code + " is not a known code"));
            return options.labelScheme().fromCodes(diagnoses.snomedCodes());
        }
        boolean asText = diagnoses.stated() && options.labelScheme() == LabelScheme.ALL_FOUND;
        return asText ? new RecordLabels(true, new LinkedHashSet<>(diagnoses.statements()), Set.of())
            : RecordLabels.MISSING;
    }

    private List<ReadResult.Part> parts(EcgRecord ecg, List<String> warnings) {
        List<ReadResult.Part> parts = new ArrayList<>();
        for (Windows.Window window : Windows.of(ecg, options.length(), options.lengthSeconds())) {
            String key = options.length() == LengthRule.WINDOWS ? ecg.id() + "#" + parts.size() : ecg.id();
            EcgRecord signal = window.record();
            List<Lead> present = new ArrayList<>();
            for (int lead = 0; lead < signal.leads().size(); lead++) {
                if (MissingSamples.share(new float[][] {signal.samplesMv()[lead]}) < 1) {
                    present.add(signal.leads().get(lead));
                }
            }
            List<String> remarks = new ArrayList<>(warnings);
            String quality = SignalQuality.of(signal).text();
            if (!quality.isEmpty()) {
                remarks.add(0, quality);
            }
            parts.add(new ReadResult.Part(key, window.startSeconds(), signal, present, String.join("; ", remarks)));
        }
        return parts;
    }

    /** The path relative to the chosen folder, with slashes, without ending. */
    private String key(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = root.toAbsolutePath().normalize();
        Path relative = absolute.startsWith(base) ? base.relativize(absolute) : absolute.getFileName();
        String text = relative.toString().replace('\\', '/');
        int dot = text.lastIndexOf('.');
        return dot > text.lastIndexOf('/') + 1 ? text.substring(0, dot) : text;
    }
}
