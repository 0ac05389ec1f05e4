package org.physioclr.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints how fast records are read beside the plain loop and beside wfdb-python and libwfdb. Arguments: the folder of
 * test data, then optionally a folder that holds the Python package wfdb and the program made of
 * {@code libwfdb_speed.c}. A peer that is given is timed in the same run; of one that is not, a figure is printed that
 * was measured on another machine.
 */
public final class ReadSpeed {

    /** A record and what its peers took on the machine where they were measured, in milliseconds. */
    private record Case(String title, String header, double python, double c, double timesPython, double timesC) {
    }

    private static final List<Case> CASES = List.of(
        new Case("12 leads, 10 s, 500 Hz, format 16", "ecg12/ptb-xl/00011_hr.hea", 2.8, 0.8, 12, 4),
        new Case("2 leads, 30 min, 360 Hz, format 212", "formats/wfdb/100.hea", 34, 38, 6, 6));
    private static final double SLOWEST_SHARE = 0.5;

    private ReadSpeed() {
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        boolean passed = true;
        for (Case record : CASES) {
            Path header = data.resolve(record.header);
            double library = milliseconds("library", header.toString());
            double plain = milliseconds("plainLoop", header.toString());
            System.out.printf(Locale.ROOT, "%n%s%n", record.title);
            print("this library", library, "");
            passed &= compare("plain loop in Java", plain, plain / library, SLOWEST_SHARE, "of its speed");
            double python = arguments.length > 1 ? python(Path.of(arguments[1]), header) : record.python;
            passed &= compare("wfdb-python, " + from(arguments.length > 1), python, python / library,
                record.timesPython, "times as fast");
            double c = arguments.length > 2 ? libwfdb(Path.of(arguments[2]), header) : record.c;
            passed &= compare("libwfdb, " + from(arguments.length > 2), c, c / library, record.timesC,
                "times as fast");
        }
        System.exit(passed ? 0 : 1);
    }

    private static String from(boolean given) {
        return given ? "same run" : "measured elsewhere";
    }

    private static boolean compare(String peer, double milliseconds, double ratio, double wanted, String unit) {
        print(peer, milliseconds, String.format(Locale.ROOT, "we have %.2f %s, wanted %.1f: %s", ratio, unit, wanted,
            ratio >= wanted ? "reached" : "MISSED"));
        return ratio >= wanted;
    }

    private static void print(String what, double milliseconds, String verdict) {
        System.out.printf(Locale.ROOT, "  %-36s %8.3f ms  %s%n", what, milliseconds, verdict);
    }

    /** The median, as that of the peers, since what else the machine does lengthens some runs only. */
    private static double milliseconds(String method, String header) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
            .include(ReadBenchmark.class.getName() + "\\." + method + "$").param("header", header)
            .jvmArgsAppend("-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC").verbosity(VerboseMode.SILENT)
            .build()).run();
        return results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50) / 1000;
    }

    /** The median of 41 runs of {@code wfdb.rdrecord} in a Python that finds the package in the folder. */
    private static double python(Path folder, Path header) throws IOException, InterruptedException {
        String code = "import sys, time, wfdb\n"
            + "times = []\n"
            + "for i in range(41):\n"
            + "    start = time.perf_counter()\n"
            + "    wfdb.rdrecord(sys.argv[1])\n"
            + "    times.append(time.perf_counter() - start)\n"
            + "print(1000 * sorted(times)[20])\n";
        ProcessBuilder builder = new ProcessBuilder("python3", "-c", code, stem(header.toAbsolutePath().toString()));
        builder.environment().put("PYTHONPATH", folder.toAbsolutePath().toString());
        return number(builder);
    }

    /** The median of 41 runs of libwfdb, which finds records in the current folder. */
    private static double libwfdb(Path program, Path header) throws IOException, InterruptedException {
        return number(new ProcessBuilder(program.toAbsolutePath().toString(), stem(header.getFileName().toString()))
            .directory(header.getParent().toFile()));
    }

    private static String stem(String header) {
        return header.substring(0, header.length() - ".hea".length());
    }

    private static double number(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IOException(builder.command().get(0) + " could not read the record");
        }
        return Double.parseDouble(output);
    }
}
