package org.physioclr.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The errors of some methods side by side, in milliseconds, at one sampling rate.
 *
 * @param rateHz of all records
 */
public record DelineationTable(double rateHz) {

    /** What one method found of all records. */
    public static final class Column {

        private final Map<WavePoint, EventMatch> matches = new EnumMap<>(WavePoint.class);

        /** Adds a lead of a record. */
        public void add(List<MarkedWave> truth, List<MarkedWave> found, double rateHz) {
            for (WavePoint point : WavePoint.values()) {
                matches.merge(point, point.match(truth, found, rateHz), EventMatch::plus);
            }
        }

        /** The root mean square error in samples. */
        public double rootMeanSquare(WavePoint point) {
            return Math.sqrt(matches.get(point).pairs().stream().mapToDouble(pair -> pair[1] - pair[0])
                .map(error -> error * error).average().orElse(Double.NaN));
        }
    }

    /** Prints the table: for each method sensitivity and predictive value in percent, mean and SD of the errors. */
    public void print(String title, Map<String, Column> columns) {
        List<String> names = new ArrayList<>(columns.keySet());
        System.out.printf("%n%s%n%-11s", title, "");
        names.forEach(name -> System.out.printf("  %-27s", name));
        System.out.printf("%n%-11s", "point");
        names.forEach(name -> System.out.printf("  %6s %6s %13s", "Se %", "PPV %", "error ms"));
        System.out.println();
        for (WavePoint point : WavePoint.values()) {
            System.out.printf("%-11s", point);
            names.forEach(name -> System.out.print(cell(columns.get(name).matches.get(point))));
            System.out.println();
        }
    }

    private String cell(EventMatch match) {
        double[] errors = match.pairs().stream().mapToDouble(pair -> 1000 * (pair[1] - pair[0]) / rateHz).toArray();
        double mean = 0;
        for (double error : errors) {
            mean += error / errors.length;
        }
        double variance = 0;
        for (double error : errors) {
            variance += (error - mean) * (error - mean) / errors.length;
        }
        return String.format(Locale.ROOT, "  %6.2f %6.2f %6.1f ± %4.1f", match.sensitivityPercent(),
            match.predictivityPercent(), mean, Math.sqrt(variance));
    }
}
