package org.physioclr.torch.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.ProbeOptions;
import org.physioclr.torch.protocol.Tensor;

/**
 * Times the Linear Probe's fits: {@code FOLDER LABELS ROWS COLUMNS C}. The folder has x (single precision) and y
 * (bytes, a label after the other). Prints the seconds that fitting all labels with one C takes, in a fresh JVM, and
 * those of the whole probe, which chooses each label's C by cross-validation in five folds; writes coefficients (a
 * label's weights, then its intercept, double precision) to the file w. probe_speed.py calls it.
 */
public final class ProbeBenchmark {

    private ProbeBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int labels = Integer.parseInt(arguments[1]);
        int rows = Integer.parseInt(arguments[2]);
        int columns = Integer.parseInt(arguments[3]);
        double c = Double.parseDouble(arguments[4]);
        float[] values = new float[rows * columns];
        read(folder.resolve("x")).asFloatBuffer().get(values);
        Tensor matrix = Tensor.matrix(rows, columns, values);
        byte[][] outcomes = new byte[labels][rows];
        ByteBuffer truth = read(folder.resolve("y"));
        Arrays.stream(outcomes).forEach(truth::get);
        int[] all = IntStream.range(0, rows).toArray();
        long start = System.nanoTime();
        try (JointFit fit = new JointFit(new DesignMatrix(matrix, all))) {
            List<Task> tasks = Arrays.stream(outcomes).map(outcome -> Task.of(outcome, c, false)).toList();
            double[][] points = fit.fit(fit.origins(labels), tasks, JointProbe.GOAL, Progress.NONE);
            print("all labels, one C", start);
            write(folder.resolve("w"), fit.regressions(points));
        }
        ProbeOptions options = new ProbeOptions("Benchmark", List.of(100.0), 1, 5, 10, false, false, false, 1);
        start = System.nanoTime();
        new JointProbe(IntStream.range(0, labels).mapToObj(Integer::toString).toList(), outcomes,
            IntStream.range(0, rows).mapToObj(Integer::toString).toList(), options, new Seed(1))
            .fit(matrix, all, Progress.NONE);
        print("whole probe, C of each label chosen in five folds of five", start);
    }

    private static ByteBuffer read(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(String what, long start) {
        System.out.printf(Locale.ROOT, "ours, %s [s] %.2f%n", what, (System.nanoTime() - start) / 1e9);
    }

    private static void write(Path file, List<LogisticRegression> models) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(models.size() * (models.get(0).weights().length + 1) * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
        for (LogisticRegression model : models) {
            Arrays.stream(model.weights()).forEach(bytes::putDouble);
            bytes.putDouble(model.intercept());
        }
        Files.write(file, bytes.array());
    }
}
