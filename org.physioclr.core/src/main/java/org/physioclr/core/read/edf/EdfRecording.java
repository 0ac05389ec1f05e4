package org.physioclr.core.read.edf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.Diagnoses;
import org.physioclr.core.read.LittleEndianFile;
import org.physioclr.core.read.MemoryBound;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.Recording;

/**
 * Reads EDF, EDF+ and BDF files. Pauses of a discontinuous file (EDF+D) become missing samples, so that time runs on
 * evenly. Annotations become comments.
 */
public final class EdfRecording {

    /** A data record may begin so much of a sample too early. */
    private static final double OVERLAP_SAMPLES = 1.01;

    private final LittleEndianFile file;
    private final EdfHeader header;
    private final double[] onsets;

    private EdfRecording(LittleEndianFile file, EdfHeader header, List<EdfAnnotation> annotations)
            throws ReadException {
        this.file = file;
        this.header = header;
        this.onsets = onsets(annotations);
    }

    /**
     * Reads a file.
     *
     * @throws ReadException if it is damaged, cut or hostile
     */
    public static Recording read(Path path) throws IOException {
        LittleEndianFile file = LittleEndianFile.read(path);
        List<String> warnings = new ArrayList<>();
        EdfHeader header = EdfHeaderParser.parse(file, warnings);
        List<EdfAnnotation> annotations = new ArrayList<>();
        EdfRecording recording = new EdfRecording(file, header, annotations);
        return new Recording(header.sampleBytes() == 2 ? "EDF" : "BDF", header.recording(), recording.channels(),
            EdfPatient.of(header), Diagnoses.NOT_STATED, annotations.stream().map(EdfAnnotation::toString).toList(),
            warnings);
    }

    /**
     * Reads the annotations of an EDF+ or BDF+ file in the order of their onsets; none if it has no such signal.
     *
     * @throws ReadException if the file is damaged
     */
    public static List<EdfAnnotation> annotations(Path path) throws IOException {
        LittleEndianFile file = LittleEndianFile.read(path);
        List<EdfAnnotation> annotations = new ArrayList<>();
        new EdfRecording(file, EdfHeaderParser.parse(file, new ArrayList<>()), annotations);
        return annotations;
    }

    /**
     * When each data record begins, from the first one's beginning. The first list of a record states it.
     *
     * @param annotations receives what the lists say otherwise
     */
    private double[] onsets(List<EdfAnnotation> annotations) throws ReadException {
        List<EdfSignal> lists = header.signals().stream().filter(EdfSignal::isAnnotations).toList();
        double[] starts = new double[header.records()];
        for (int record = 0; record < starts.length; record++) {
            starts[record] = record * header.recordSeconds();
            for (EdfSignal signal : lists) {
                int from = (int) (header.bytes() + record * header.recordBytes() + signal.start());
                List<EdfAnnotation> found = AnnotationLists.parse(file, from,
                    from + header.sampleBytes() * signal.samples());
                if (!header.continuous() && signal == lists.get(0)) {
                    starts[record] = start(found, from);
                    if (record > 0 && starts[record] < starts[record - 1]) {
                        throw before(record);
                    }
                }
                found.stream().filter(annotation -> !annotation.text().isEmpty()).forEach(annotations::add);
            }
        }
        if (!header.continuous() && lists.isEmpty()) {
            throw new ReadException(file.path(), "", "the recording has pauses, but nothing tells when they are",
                "Export it as EDF+D with annotations or as continuous EDF+C.");
        }
        annotations.sort(Comparator.comparingDouble(EdfAnnotation::onsetSeconds));
        double first = starts[0];
        return Arrays.stream(starts).map(start -> start - first).toArray();
    }

    private ReadException before(int record) {
        return new ReadException(file.path(), "data record " + (record + 1),
            "it begins before the one before it has ended", LittleEndianFile.REMEDY);
    }

    private double start(List<EdfAnnotation> lists, int at) throws ReadException {
        if (lists.isEmpty() || !lists.get(0).text().isEmpty()) {
            throw new ReadException(file.path(), "byte " + at, "the data record's onset is missing",
                LittleEndianFile.REMEDY);
        }
        return lists.get(0).onsetSeconds();
    }

    private List<Channel> channels() throws ReadException {
        List<EdfSignal> signals = header.signals().stream().filter(signal -> !signal.isAnnotations()).toList();
        double seconds = onsets[onsets.length - 1] + header.recordSeconds();
        double samples = signals.stream().mapToDouble(signal -> seconds * rateHz(signal)).sum();
        MemoryBound.check(file.path(), samples, file.size());
        List<Channel> channels = new ArrayList<>();
        for (EdfSignal signal : signals) {
            channels.add(new Channel(signal.label(), signal.unit(), rateHz(signal), physical(signal)));
        }
        return channels;
    }

    private double rateHz(EdfSignal signal) {
        return signal.samples() / header.recordSeconds();
    }

    private double[] physical(EdfSignal signal) throws ReadException {
        long start = Math.round(onsets[onsets.length - 1] * rateHz(signal));
        double[] physical = new double[Math.toIntExact(start + signal.samples())];
        if (!header.continuous()) {
            Arrays.fill(physical, Double.NaN);
        }
        int next = 0;
        for (int record = 0; record < onsets.length; record++) {
            double exact = onsets[record] * rateHz(signal);
            if (exact < next - OVERLAP_SAMPLES) {
                throw before(record);
            }
            int to = (int) Math.min(Math.max(next, Math.round(exact)), physical.length - signal.samples());
            int from = (int) (header.bytes() + record * header.recordBytes() + signal.start());
            convert(signal, from, physical, to);
            next = to + signal.samples();
        }
        return physical;
    }

    private void convert(EdfSignal signal, int from, double[] physical, int to) throws ReadException {
        double gain = signal.gain();
        double offset = signal.offset();
        byte[] data = file.data();
        int width = header.sampleBytes();
        file.check(from, (long) width * signal.samples());
        for (int i = 0, at = from; i < signal.samples(); i++, at += width) {
            int digital = width == 2 ? (data[at] & 0xFF) | data[at + 1] << 8
                : (data[at] & 0xFF) | (data[at + 1] & 0xFF) << 8 | data[at + 2] << 16;
            physical[to + i] = digital * gain + offset;
        }
    }
}
