package org.physioclr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.physioclr.core.read.RecordReader;
import org.physioclr.core.read.Recording;

/**
 * Reads a record, page cache warm, on one core: by the library and by a plain loop that only reads the signal file and
 * converts its bytes to millivolts, without header, checks or missing samples. {@link ReadSpeed} prints both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class ReadBenchmark {

    /** A header; set by {@link ReadSpeed}. */
    @Param("")
    public String header;

    @Benchmark
    public Recording library() throws IOException {
        return RecordReader.readAny(Path.of(header));
    }

    @Benchmark
    public double[][] plainLoop() throws IOException {
        byte[] data = Files.readAllBytes(Path.of(header.replace(".hea", ".dat")));
        return header.endsWith("_hr.hea") ? twelveLeads(data) : twoLeads(data);
    }

    /** Format 16, 1000 units a millivolt. */
    private static double[][] twelveLeads(byte[] data) {
        double[][] physical = new double[12][data.length / 24];
        for (int i = 0, at = 0; i < physical[0].length; i++) {
            for (int lead = 0; lead < 12; lead++, at += 2) {
                physical[lead][i] = (short) (data[at] & 0xFF | data[at + 1] << 8) / 1000.0;
            }
        }
        return physical;
    }

    /** Format 212, 200 units a millivolt about 1024. */
    private static double[][] twoLeads(byte[] data) {
        double[][] physical = new double[2][data.length / 3];
        for (int i = 0, at = 0; i < physical[0].length; i++, at += 3) {
            int middle = data[at + 1];
            physical[0][i] = ((data[at] & 0xFF | middle << 28 >> 20) - 1024) / 200.0;
            physical[1][i] = ((data[at + 2] & 0xFF | middle >> 4 << 8) - 1024) / 200.0;
        }
        return physical;
    }
}
