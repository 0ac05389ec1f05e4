package org.physioclr.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.score.Auroc;
import org.physioclr.core.score.AverageScore;
import org.physioclr.core.score.DeLong;
import org.physioclr.core.score.IntervalMethod;
import org.physioclr.core.score.ScoreTable;
import org.physioclr.core.score.Scores;
import org.physioclr.core.score.Scoring;
import org.physioclr.core.score.ScoringOptions;
import org.physioclr.core.score.SortedScores;

/**
 * Times what score_speed.py asks for, on the data that it has written: {@code [label][row]} truth as bytes and scores
 * as little-endian doubles. Arguments: {@code label} or {@code bootstrap}, the folder, labels, rows, replicates.
 */
public final class ScoreBenchmark {

    private ScoreBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        int labels = Integer.parseInt(arguments[2]);
        int rows = Integer.parseInt(arguments[3]);
        byte[][] truth = new byte[labels][rows];
        double[][] scores = new double[labels][rows];
        ByteBuffer truths = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("truth")));
        DoubleBuffer numbers = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("scores")))
            .order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        for (int label = 0; label < labels; label++) {
            truths.get(truth[label]);
            numbers.get(scores[label]);
        }
        if (arguments[0].equals("label")) {
            label(truth[0], scores[0]);
        } else {
            bootstrap(truth, scores, Integer.parseInt(arguments[4]));
        }
        System.out.println("peak memory [MB] " + peakKilobytes() / 1024);
    }

    private static void label(byte[] truth, double[] scores) {
        for (int run = 1; run <= 5; run++) {
            long start = System.nanoTime();
            SortedScores sorted = SortedScores.of(truth, scores);
            double auroc = Auroc.of(sorted);
            double error = Math.sqrt(DeLong.variance(sorted));
            print(run, start, "AUROC " + auroc + " standard error " + error);
        }
    }

    private static void bootstrap(byte[][] truth, double[][] scores, int replicates) {
        List<String> records = IntStream.range(0, truth[0].length).mapToObj(row -> "r" + row).toList();
        ScoreTable table = new ScoreTable(IntStream.range(0, truth.length).mapToObj(label -> "L" + label).toList(),
            records, records, truth, scores);
        double[] thresholds = new double[truth.length];
        ScoringOptions options =
            new ScoringOptions(IntervalMethod.NEWCOMBE, false, 0.95, replicates, new Seed(1), 10);
        for (int run = 1; run <= 3; run++) {
            long start = System.nanoTime();
            Scores result = Scoring.score(table, thresholds, Optional.empty(), options, Progress.NONE);
            var macro = result.average(AverageScore.Kind.MACRO_AUROC);
            print(run, start, "macro AUROC " + macro.value() + " from " + macro.low() + " to " + macro.high());
        }
    }

    private static void print(int run, long start, String result) {
        System.out.printf(Locale.ROOT, "run %d [s] %.2f %s%n", run, (System.nanoTime() - start) / 1e9, result);
    }

    private static long peakKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    }
}
