package org.physioclr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.physioclr.core.beat.RPeakDetector;
import org.physioclr.core.read.Channel;
import org.physioclr.core.read.RecordReader;
import org.physioclr.core.read.wfdb.Annotation;
import org.physioclr.core.read.wfdb.AnnotationFile;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;

/**
 * Scores the R peaks of the first channel against reference annotations, from the first second on, with {@code bxb}'s
 * window of 150 ms; ventricular flutter, {@code [} to {@code ]}, is not scored; and those of lead II of LUDB against
 * the QRS complexes that cardiologists marked, beside what peers found. Arguments: the folder of LUDB, the table of the
 * peers' R peaks, and WFDB headers with an {@code .atr} file beside them, or folders of such.
 */
public final class RPeakBenchmark {

    private static final double WINDOW_SECONDS = 0.15;
    private static final EventMatch NONE = EventMatch.of(new int[0], new int[0], 0);

    private RPeakBenchmark() {
    }

    /** As stated in the project's requirements, by {@code bxb} on all 48 records of MIT-BIH. */
    private static final String PEERS = """
        peers on all 48 records, as others measured them (Se, PPV): WFDB C gqrs 99.728 99.724, NeuroKit2
        pantompkins1985 99.419 99.334, wfdb-python xqrs 99.204 99.646, BioSPPy 98.530 99.777, NeuroKit2 98.868 98.310;
        gqrs on 100, 105, 203 and 207 together 99.37 98.95
        """;

    public static void main(String[] arguments) throws IOException {
        ludb(Path.of(arguments[0]), Path.of(arguments[1]));
        List<Path> headers = new ArrayList<>();
        for (String argument : List.of(arguments).subList(2, arguments.length)) {
            headers.addAll(headers(Path.of(argument)));
        }
        EventMatch gross = NONE;
        System.out.println("\nMIT-BIH, channel 0\nrecord      beats    FN    FP     Se %    PPV %     ms");
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
        System.out.print(PEERS);
    }

    /** Between the first and the last complex that is marked in lead II, as everything in LUDB. */
    private static void ludb(Path folder, Path peers) throws IOException {
        Ludb ludb = Ludb.read(folder);
        Map<String, EventMatch> methods = new LinkedHashMap<>();
        for (String name : ludb.records().keySet()) {
            EcgRecord record = ludb.records().get(name);
            EcgRecord two = LeadAlgebra.select(record, List.of(Lead.II));
            int[] marks = ludb.truth().get(name).get("ii").stream().filter(wave -> wave.symbol().equals("N"))
                .mapToInt(MarkedWave::peak).sorted().toArray();
            score(methods, "ours, twelve leads", marks, RPeakDetector.detect(record), record.rateHz());
            score(methods, "ours, lead II", marks, RPeakDetector.detect(two), record.rateHz());
            for (String line : Files.readAllLines(peers)) {
                String[] cells = line.split(",");
                if (cells[0].endsWith("ludb/" + name + ".hea") && !cells[3].equals("ERROR")) {
                    int[] found = cells.length < 5 || cells[4].isBlank() ? new int[0]
                        : Arrays.stream(cells[4].trim().split(" ")).mapToInt(Integer::parseInt).toArray();
                    score(methods, cells[2], marks, found, record.rateHz());
                }
            }
        }
        System.out.println("LUDB, lead II\n                             beats    FN    FP     Se %    PPV %");
        methods.forEach((name, match) -> System.out.printf(Locale.ROOT, "%-26s %7d %5d %5d  %7.3f  %7.3f%n", name,
            match.pairs().size() + match.missed().size(), match.missed().size(), match.extra().size(),
            match.sensitivityPercent(), match.predictivityPercent()));
    }

    private static void score(Map<String, EventMatch> methods, String name, int[] marks, int[] found, double rateHz) {
        int window = (int) Math.round(WINDOW_SECONDS * rateHz);
        int[] within = Arrays.stream(found)
            .filter(peak -> peak >= marks[0] - window && peak <= marks[marks.length - 1] + window).toArray();
        methods.merge(name, EventMatch.of(marks, within, window), EventMatch::plus);
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
