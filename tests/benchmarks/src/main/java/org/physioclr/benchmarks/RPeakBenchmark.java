package org.physioclr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.physioclr.core.beat.RPeakDetector;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.RecordReader;
import org.physioclr.core.read.wfdb.Annotation;
import org.physioclr.core.read.wfdb.AnnotationFile;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/**
 * Scores the R peaks of the first channel against reference annotations, from the first second on, with {@code bxb}'s
 * window of 150 ms; ventricular flutter, {@code [} to {@code ]}, is not scored. Arguments: WFDB headers with an
 * {@code .atr} file beside them, or folders of such.
 */
public final class RPeakBenchmark {

    private static final double WINDOW_SECONDS = 0.15;

    private RPeakBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> headers = new ArrayList<>();
        for (String argument : arguments) {
            headers.addAll(headers(Path.of(argument)));
        }
        EventMatch gross = EventMatch.of(new int[0], new int[0], 0);
        System.out.println("record      beats    FN    FP     Se %    PPV %     ms");
        for (Path header : headers) {
            List<Annotation> annotations = AnnotationFile.read(annotationFile(header));
            EcgRecord record = firstChannel(header);
            long start = System.nanoTime();
            int[] found = RPeakDetector.detect(record);
            double milliseconds = (System.nanoTime() - start) / 1e6;
            EventMatch match = match(annotations, found, record.rateHz());
            print(record.id(), match, milliseconds);
            gross = gross.plus(match);
        }
        print("gross", gross, Double.NaN);
    }

    /** The beats of the truth outside flutter against the detections outside flutter. */
    static EventMatch match(List<Annotation> annotations, int[] found, double rateHz) {
        int[] truth = annotations.stream().filter(Annotation::isBeat).mapToInt(a -> (int) a.sample()).toArray();
        List<long[]> flutter = flutter(annotations);
        return EventMatch.of(outside(truth, flutter), outside(found, flutter), WINDOW_SECONDS * rateHz);
    }

    private static List<long[]> flutter(List<Annotation> annotations) {
        List<long[]> segments = new ArrayList<>();
        long start = -1;
        for (Annotation annotation : annotations) {
            if (annotation.symbol().equals("[")) {
                start = annotation.sample();
            } else if (annotation.symbol().equals("]") && start >= 0) {
                segments.add(new long[] {start, annotation.sample()});
                start = -1;
            }
        }
        return segments;
    }

    private static int[] outside(int[] samples, List<long[]> segments) {
        return Arrays.stream(samples)
            .filter(sample -> segments.stream().noneMatch(s -> sample >= s[0] && sample <= s[1])).toArray();
    }

    private static EcgRecord firstChannel(Path header) throws IOException {
        Channel channel = RecordReader.readAny(header).channels().get(0);
        float[] signal = new float[channel.physical().length];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = (float) channel.physical()[i];
        }
        String name = header.getFileName().toString().replace(".hea", "");
        return new EcgRecord(name, "", channel.rateHz(), List.of(Lead.of(channel.name())), new float[][] {signal});
    }

    private static List<Path> headers(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".hea") && Files.exists(annotationFile(file)))
                .sorted().toList();
        }
    }

    private static Path annotationFile(Path header) {
        return header.resolveSibling(header.getFileName().toString().replace(".hea", ".atr"));
    }

    private static void print(String name, EventMatch match, double milliseconds) {
        System.out.printf(Locale.ROOT, "%-10s %6d %5d %5d  %7.3f  %7.3f  %5.0f%n", name,
            match.pairs().size() + match.missed().size(), match.missed().size(), match.extra().size(),
            match.sensitivityPercent(), match.predictivityPercent(), milliseconds);
    }
}
