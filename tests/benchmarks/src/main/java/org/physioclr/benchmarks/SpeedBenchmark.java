package org.physioclr.benchmarks;

import java.util.List;
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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
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
@Warmup(iterations = 3, time = 2)
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

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(SpeedBenchmark.class.getSimpleName()).build()).run();
    }
}
