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
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.physioclr.core.beat.Beat;
import org.physioclr.core.beat.Delineator;
import org.physioclr.core.beat.RPeakDetector;
import org.physioclr.core.beat.Wave;
import org.physioclr.core.read.EcgConversion;
import org.physioclr.core.read.LeadChoice;
import org.physioclr.core.read.RecordReader;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;

/**
 * Scores P, QRS and T against cardiologists' marks (LUDB): the nearest match within 150 ms, between the first and the
 * last wave that is marked in a lead; mean and standard deviation of found minus marked. A mark that lacks its onset or
 * offset counts neither for nor against that point. Arguments: the folder with
 * {@code delineation_truth.csv}, the lead scored or {@code all}, and {@code single} to show the delineator only that
 * lead or {@code twelve} to show it all.
 */
public final class DelineationBenchmark {

    private static final double WINDOW_SECONDS = 0.15;

    private enum Point {
        P_ONSET("p", Beat::p, Wave::onset, Mark::onset), P_PEAK("p", Beat::p, Wave::peak, Mark::peak),
        P_OFFSET("p", Beat::p, Wave::offset, Mark::offset),
        QRS_ONSET("N", Beat::qrs, Wave::onset, Mark::onset), QRS_PEAK("N", Beat::qrs, Wave::peak, Mark::peak),
        QRS_OFFSET("N", Beat::qrs, Wave::offset, Mark::offset),
        T_ONSET("t", Beat::t, Wave::onset, Mark::onset), T_PEAK("t", Beat::t, Wave::peak, Mark::peak),
        T_OFFSET("t", Beat::t, Wave::offset, Mark::offset);

        private final String symbol;
        private final Function<Beat, Wave> wave;
        private final ToIntFunction<Wave> sample;
        private final ToIntFunction<Mark> truth;

        Point(String symbol, Function<Beat, Wave> wave, ToIntFunction<Wave> sample, ToIntFunction<Mark> truth) {
            this.symbol = symbol;
            this.wave = wave;
            this.sample = sample;
            this.truth = truth;
        }

        int[] found(List<Beat> beats, List<Mark> marks, double window) {
            return beats.stream().map(wave).filter(Wave::isPresent)
                .filter(found -> marks.stream().noneMatch(mark -> mark.symbol.equals(symbol)
                    && truth.applyAsInt(mark) < 0 && Math.abs(mark.peak - found.peak()) <= window))
                .mapToInt(sample).toArray();
        }

        int[] marked(List<Mark> marks) {
            return marks.stream().filter(mark -> mark.symbol.equals(symbol)).mapToInt(truth).filter(s -> s >= 0)
                .sorted().toArray();
        }
    }

    /** Samples; -1 for an onset or offset that is not marked. */
    private record Mark(String symbol, int onset, int peak, int offset) {
        int first() {
            return onset < 0 ? peak : onset;
        }

        int last() {
            return Math.max(peak, offset);
        }
    }

    private DelineationBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        boolean single = arguments.length > 2 && arguments[2].equals("single");
        boolean own = arguments.length > 2 && arguments[2].equals("own");
        Map<String, Map<String, List<Mark>>> truth = truth(folder.resolve("delineation_truth.csv"));
        Map<Point, EventMatch> matches = new LinkedHashMap<>();
        for (String name : truth.keySet()) {
            EcgRecord record = EcgConversion.convert(RecordReader.readAny(folder.resolve(name + ".hea")), name,
                LeadChoice.TWELVE, new ArrayList<>());
            int[] rPeaks = RPeakDetector.detect(record);
            List<Beat> all = single ? List.of() : Delineator.delineate(record, rPeaks).beats();
            List<List<Beat>> each = own ? Delineator.delineate(record, rPeaks).leads() : List.of();
            for (Map.Entry<String, List<Mark>> lead : truth.get(name).entrySet()) {
                if (arguments[1].equals("all") || arguments[1].equalsIgnoreCase(lead.getKey())) {
                    List<Beat> beats = own ? each.get(record.indexOf(Lead.of(lead.getKey()))) : single ? Delineator.delineate(
                        LeadAlgebra.select(record, List.of(Lead.of(lead.getKey()))), rPeaks).beats() : all;
                    score(name + " " + lead.getKey(), beats, lead.getValue(), record.rateHz(), matches);
                }
            }
        }
        print(matches, 2);
    }

    private static void score(String name, List<Beat> beats, List<Mark> marks, double rateHz,
            Map<Point, EventMatch> matches) {
        int from = marks.stream().mapToInt(Mark::first).min().orElse(0);
        int to = marks.stream().mapToInt(Mark::last).max().orElse(0);
        int slack = (int) Math.round(0.02 * rateHz);
        for (Point point : Point.values()) {
            double window = WINDOW_SECONDS * rateHz;
            int[] found = Arrays.stream(point.found(beats, marks, window))
                .filter(sample -> sample >= from - slack && sample <= to + slack).toArray();
            EventMatch match = EventMatch.of(point.marked(marks), found, window);
            matches.merge(point, match, EventMatch::plus);
            if (Boolean.getBoolean("verbose")) {
                double[] errors = match.pairs().stream()
                    .mapToDouble(pair -> 1000 * (pair[1] - pair[0]) / rateHz).toArray();
                System.out.printf(Locale.ROOT, "%-8s %-10s FN %3d FP %3d  %6.1f +- %5.1f%n", name, point,
                    match.missed().size(), match.extra().size(), mean(errors), deviation(errors));
            }
        }
    }

    private static Map<String, Map<String, List<Mark>>> truth(Path file) throws IOException {
        Map<String, Map<String, List<Mark>>> truth = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            if (!cells[0].equals("record")) {
                Mark mark = new Mark(cells[2], sample(cells, 3), sample(cells, 4), sample(cells, 5));
                truth.computeIfAbsent(cells[0], key -> new LinkedHashMap<>())
                    .computeIfAbsent(cells[1], key -> new ArrayList<>()).add(mark);
            }
        }
        return truth;
    }

    private static int sample(String[] cells, int column) {
        return column < cells.length && !cells[column].isEmpty() ? Integer.parseInt(cells[column]) : -1;
    }

    private static void print(Map<Point, EventMatch> matches, double millisecondsPerSample) {
        System.out.println("point         marked    Se %   PPV %   mean ms     sd ms");
        matches.forEach((point, match) -> {
            double[] errors = match.pairs().stream()
                .mapToDouble(pair -> millisecondsPerSample * (pair[1] - pair[0])).toArray();
            System.out.printf(Locale.ROOT, "%-12s %7d  %6.2f  %6.2f   %7.1f   %7.1f%n", point,
                match.pairs().size() + match.missed().size(), match.sensitivityPercent(), match.predictivityPercent(),
                mean(errors), deviation(errors));
        });
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
