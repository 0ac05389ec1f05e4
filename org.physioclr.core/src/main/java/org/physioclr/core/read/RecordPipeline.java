package org.physioclr.core.read;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * @param options what to make of a file
 */
record RecordPipeline(ReaderOptions options) {

    /** Reads a file; whatever is wrong with it becomes a rejection, never an exception. */
    ReadResult read(RecordFile record) {
        Path file = record.path();
        try {
            return accepted(record, RecordReader.readAny(file, options.text()));
        } catch (ReadException e) {
            return new ReadResult.Rejected(file, formatName(file), e.getMessage());
        } catch (NoSuchFileException e) {
            return new ReadResult.Rejected(file, "", file.getFileName() + ": there is no such file in "
                + file.toAbsolutePath().getParent() + ". Correct its path.");
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

    private ReadResult accepted(RecordFile file, Recording recording) {
        List<String> warnings = new ArrayList<>(recording.warnings());
        EcgRecord converted = EcgConversion.convert(recording, file.key(), options.leads(), warnings);
        EcgRecord ecg = options.targetRateHz().isEmpty() ? converted
            : Resampler.resample(converted, options.targetRateHz().getAsDouble());
        RecordLabelling labelling = RecordLabelling.of(options, file, recording);
        warnings.addAll(labelling.warnings());
        Patient patient = labelling.patient();
        List<String> names = labelling.diagnoses().statements().stream().map(Snomed::label).distinct().toList();
        EcgRecord owned = new EcgRecord(file.key(), patient.id(), ecg.rateHz(), ecg.leads(), ecg.samplesMv());
        return new ReadResult.Accepted(file.path(), file.key(), recording.format(), patient,
            labelling.diagnoses().stated(), names, labelling.labels(), labelling.fold(), parts(owned, warnings));
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
}
