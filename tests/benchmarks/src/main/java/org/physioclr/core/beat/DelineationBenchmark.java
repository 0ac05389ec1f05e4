package org.physioclr.core.beat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.physioclr.benchmarks.DelineationTable;
import org.physioclr.benchmarks.DelineationTable.Column;
import org.physioclr.benchmarks.Ludb;
import org.physioclr.benchmarks.MarkedWave;
import org.physioclr.benchmarks.NeuroKitWaves;
import org.physioclr.benchmarks.WavePoint;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;

/**
 * Scores P, QRS and T against cardiologists' marks, in lead II and in all leads, beside NeuroKit2. Of the constants,
 * those that were fitted to these records, {@link WaveShares}, are also chosen anew five times, each time on four
 * fifths of the records and scored on the rest. Arguments: the folder of LUDB, and the table of NeuroKit2's output.
 */
public final class DelineationBenchmark {

    private static final String II = "ii";
    private static final int FOLDS = 5;
    private static final double[] FACTORS = {0.6, 0.8, 1, 1.25, 1.5};

    /** NeuroKit2 0.2.12, method prominence, lead II of these records, as stated in the project's requirements. */
    private static final String QUOTED = "NeuroKit2 prominence, lead II, as others measured it: P_ONSET 7.5 ± 19.5, "
        + "P_OFFSET -4.0 ± 17.1, QRS_ONSET 4.4 ± 13.1, QRS_OFFSET -11.1 ± 20.9, T_PEAK 1.3 ± 23.3, "
        + "T_OFFSET 12.2 ± 26.4";
    private static final String BARS = "bars in lead II: |mean| at most 4; SD at most P_ONSET 14, P_OFFSET 14, "
        + "QRS_ONSET 11, QRS_OFFSET 13, T_PEAK 18, T_OFFSET 22; Se P 97, QRS 99, T 98; PPV P 95";

    private final Ludb ludb;
    private final Map<String, int[]> rPeaks = new LinkedHashMap<>();

    private DelineationBenchmark(Ludb ludb) {
        this.ludb = ludb;
        ludb.records().forEach((name, record) -> rPeaks.put(name, RPeakDetector.detect(record)));
    }

    public static void main(String[] arguments) throws IOException {
        DelineationBenchmark benchmark = new DelineationBenchmark(Ludb.read(Path.of(arguments[0])));
        NeuroKitWaves neuroKit = new NeuroKitWaves(Path.of(arguments[1]));
        List<String> names = List.copyOf(benchmark.ludb.records().keySet());
        Map<String, Column> two = new LinkedHashMap<>();
        two.put("each lead (the node)", benchmark.column(names, II, benchmark.each(WaveShares.USUAL)));
        two.put("the same in five folds", benchmark.folds(names));
        two.put("all leads agreed", benchmark.column(names, II, benchmark.agreed()));
        two.put("NeuroKit2 0.2.12 dwt", benchmark.column(names, II, (name, lead) -> neuroKit.of(name)));
        DelineationTable table = new DelineationTable(benchmark.ludb.records().get(names.get(0)).rateHz());
        table.print("Lead II, " + names.size() + " records", two);
        System.out.println(QUOTED + "\n" + BARS);
        Map<String, Column> all = new LinkedHashMap<>();
        all.put("each lead (the node)", benchmark.column(names, "", benchmark.each(WaveShares.USUAL)));
        all.put("all leads agreed", benchmark.column(names, "", benchmark.agreed()));
        table.print("All twelve leads, " + names.size() + " records", all);
    }

    private BiFunction<String, Lead, List<MarkedWave>> each(WaveShares shares) {
        Map<String, Delineation> done = new LinkedHashMap<>();
        return (name, lead) -> {
            EcgRecord record = ludb.records().get(name);
            Delineation delineation =
                done.computeIfAbsent(name, key -> Delineator.delineate(record, rPeaks.get(name), shares));
            return MarkedWave.of(delineation.leads().get(record.indexOf(lead)));
        };
    }

    private BiFunction<String, Lead, List<MarkedWave>> agreed() {
        return (name, lead) -> MarkedWave
            .of(Delineator.delineate(ludb.records().get(name), rPeaks.get(name)).beats());
    }

    /** Scores a lead, or all if none is named. */
    private Column column(List<String> names, String lead, BiFunction<String, Lead, List<MarkedWave>> method) {
        Column column = new Column();
        add(column, names, lead, method);
        return column;
    }

    private void add(Column column, List<String> names, String lead,
        BiFunction<String, Lead, List<MarkedWave>> method) {
        for (String name : names) {
            ludb.truth().get(name).forEach((marked, truth) -> {
                if (lead.isEmpty() || marked.equals(lead)) {
                    column.add(truth, method.apply(name, Lead.of(marked)), ludb.records().get(name).rateHz());
                }
            });
        }
    }

    private Column folds(List<String> names) {
        Column pooled = new Column();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<String> left = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (int k = 0; k < names.size(); k++) {
                (k % FOLDS == fold ? left : others).add(names.get(k));
            }
            WaveShares shares = chosen(others);
            System.out.printf(Locale.ROOT, "fold %d: %s%n", fold + 1, shares);
            add(pooled, left, II, each(shares));
        }
        return pooled;
    }

    /** Of each share, the multiple with the least root mean square error at its own point. */
    private WaveShares chosen(List<String> names) {
        Map<WavePoint, Double> best = new EnumMap<>(WavePoint.class);
        Map<WavePoint, Double> least = new EnumMap<>(WavePoint.class);
        for (double factor : FACTORS) {
            Map<WavePoint, Double> factors = new EnumMap<>(WavePoint.class);
            for (WavePoint point : WavePoint.values()) {
                factors.put(point, factor);
            }
            Column column = column(names, II, each(scaled(factors)));
            for (WavePoint point : WavePoint.values()) {
                if (column.rootMeanSquare(point) < least.getOrDefault(point, Double.POSITIVE_INFINITY)) {
                    least.put(point, column.rootMeanSquare(point));
                    best.put(point, factor);
                }
            }
        }
        return scaled(best);
    }

    private static WaveShares scaled(Map<WavePoint, Double> factors) {
        WaveShares usual = WaveShares.USUAL;
        return new WaveShares(share(usual.pOnset(), factors.get(WavePoint.P_ONSET)),
            share(usual.pOffset(), factors.get(WavePoint.P_OFFSET)),
            share(usual.qrsOnset(), factors.get(WavePoint.QRS_ONSET)),
            share(usual.qrsOffset(), factors.get(WavePoint.QRS_OFFSET)),
            share(usual.tOnset(), factors.get(WavePoint.T_ONSET)),
            share(usual.tOffset(), factors.get(WavePoint.T_OFFSET)));
    }

    private static double share(double usual, double factor) {
        return Math.min(0.95, usual * factor);
    }
}
