package org.physioclr.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.physioclr.core.beat.Delineation;
import org.physioclr.core.beat.Delineator;
import org.physioclr.core.beat.RPeakDetector;
import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.core.feature.PhysiologyFeatures;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.LeadAlgebra;
import org.physioclr.core.synth.SynthesisOptions;
import org.physioclr.core.synth.VcgSynthesizer;

/**
 * How long beats and features take on one core, in milliseconds: twelve leads of ten seconds at 500 Hz, and one channel
 * of thirty minutes at 360 Hz as in the MIT-BIH database. Made-up signals, as time does not depend on whose they are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SpeedBenchmark {

    private static final int TEN_MINUTES_SECONDS = 600;

    private final EcgRecord twelve = new VcgSynthesizer(new SynthesisOptions(1, 1, 10, 500, 1, 1)).record(0, 0).ecg();
    private final EcgRecord halfHour = threeTimes(LeadAlgebra.select(
        new VcgSynthesizer(new SynthesisOptions(1, 1, TEN_MINUTES_SECONDS, 360, 1, 1)).record(0, 0).ecg(),
        List.of(Lead.II)));

    private static EcgRecord threeTimes(EcgRecord record) {
        float[] once = record.samplesMv()[0];
        float[] thrice = new float[3 * once.length];
        for (int part = 0; part < 3; part++) {
            System.arraycopy(once, 0, thrice, part * once.length, once.length);
        }
        return record.withSamples(new float[][] {thrice});
    }

    @Benchmark
    public PhysiologyFeatures allFeaturesOfTwelveLeads() {
        return PhysiologyFeatures.compute(twelve, FeatureLayout.FULL_150);
    }

    @Benchmark
    public Delineation delineationOfEachOfTwelveLeads() {
        return Delineator.delineate(twelve, RPeakDetector.detect(twelve));
    }

    @Benchmark
    public int[] rPeaksOfTwelveLeads() {
        return RPeakDetector.detect(twelve);
    }

    @Benchmark
    public int[] rPeaksOfHalfAnHour() {
        return RPeakDetector.detect(halfHour);
    }

    /**
     * What peers need on one core of the machine on which the bars were set, as stated in the project's requirements.
     */
    private static final String PEERS = """
        peers, measured elsewhere: NeuroKit2 peaks and dwt delineation of one lead 117 ms, the published feature script
        106 ms, wfdb-python xqrs 37 ms (10 s) and 4043 ms (30 min), NeuroKit2 peaks 5 to 7 ms and 105 ms, WFDB C gqrs
        48 ms (30 min, reading included)""";

    public static void main(String[] arguments) throws RunnerException {
        Map<String, Double> bars = Map.of("allFeaturesOfTwelveLeads", 5.0, "rPeaksOfHalfAnHour", 25.0);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
            .include(SpeedBenchmark.class.getName()).jvmArgsAppend("-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC")
            .verbosity(VerboseMode.SILENT).build()).run();
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            double milliseconds = result.getPrimaryResult().getScore();
            String bar = !bars.containsKey(name) ? ""
                : String.format(Locale.ROOT, "  bar %.0f ms: %s", bars.get(name),
                    milliseconds < bars.get(name) ? "reached" : "MISSED");
            System.out.printf(Locale.ROOT, "%-32s %8.2f ± %.2f ms%s%n", name, milliseconds,
                result.getPrimaryResult().getScoreError(), bar);
        }
        System.out.print(PEERS);
    }
}
