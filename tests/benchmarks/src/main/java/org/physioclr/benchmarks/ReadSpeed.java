package org.physioclr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints how fast records are read beside the plain loop and beside wfdb-python and libwfdb. Argument: the folder of
 * test data, then optionally a folder that holds the Python package wfdb, which is then timed in the same run; else the
 * peers' figures are those measured once on another machine.
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
            String header = data.resolve(record.header).toString();
            double library = milliseconds("library", header);
            double plain = milliseconds("plainLoop", header);
            OptionalDouble measured = arguments.length > 1 ? python(Path.of(arguments[1]), header)
                : OptionalDouble.empty();
            double python = measured.orElse(record.python);
            String from = measured.isPresent() ? "same run" : "measured elsewhere";
            System.out.printf(Locale.ROOT, "%n%s%n", record.title);
            print("this library", library, "");
            print("plain loop in Java", plain, verdict(plain / library, SLOWEST_SHARE, "of its speed"));
            print("wfdb-python, " + from, python, verdict(python / library, record.timesPython, "times as fast"));
            print("libwfdb, measured elsewhere", record.c, verdict(record.c / library, record.timesC, "times as fast"));
            passed &= plain / library >= SLOWEST_SHARE && python / library >= record.timesPython
                && record.c / library >= record.timesC;
        }
        System.exit(passed ? 0 : 1);
    }

    private static void print(String what, double milliseconds, String verdict) {
        System.out.printf(Locale.ROOT, "  %-36s %8.3f ms  %s%n", what, milliseconds, verdict);
    }

    private static String verdict(double ratio, double wanted, String unit) {
        return String.format(Locale.ROOT, "we have %.2f %s, wanted %.1f: %s", ratio, unit, wanted,
            ratio >= wanted ? "reached" : "MISSED");
    }

    private static double milliseconds(String method, String header) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
            .include(ReadBenchmark.class.getName() + "\\." + method + "$").param("header", header)
            .jvmArgsAppend("-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC").verbosity(VerboseMode.SILENT)
            .build()).run();
        return results.iterator().next().getPrimaryResult().getScore() / 1000;
    }

    /** The best of many runs of {@code wfdb.rdrecord} in a Python that finds the package in the folder. */
    private static OptionalDouble python(Path folder, String header) throws IOException, InterruptedException {
        String code = "import sys, time, wfdb\n"
            + "times = []\n"
            + "for i in range(40):\n"
            + "    start = time.perf_counter()\n"
            + "    wfdb.rdrecord(sys.argv[1])\n"
            + "    times.append(time.perf_counter() - start)\n"
            + "print(1000 * sorted(times)[20])\n";
        List<String> command = new ArrayList<>(List.of("python3", "-c", code, header.replace(".hea", "")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONPATH", folder.toAbsolutePath().toString());
        Path output = Files.createTempFile("wfdb-python", ".txt");
        try {
            if (builder.redirectOutput(output.toFile()).start().waitFor() != 0) {
                System.out.println("wfdb-python could not be run from " + folder);
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(Double.parseDouble(Files.readString(output).strip()));
        } finally {
            Files.delete(output);
        }
    }
}
