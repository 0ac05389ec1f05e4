package org.physioclr.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.encoder.Encoder;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.encoder.Pass;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;

import com.sun.management.OperatingSystemMXBean;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Times training steps of an encoder (forward, mean square of the feature map, all gradients), ours or one exported as
 * a single TorchScript call: {@code PRESET BATCH SAMPLES STEPS [FILE]}. Prints wall and processor milliseconds of each
 * step and at last the process's peak memory in MB. With {@code growth} as the fifth argument it prints instead the
 * native arrays and the resident memory in MB after a tenth of the steps and after all. encoder_speed.py calls it.
 */
public final class EncoderBenchmark {

    private static final int LEADS = 12;
    private static final int WARM_UP = 3;

    private final NDManager manager;
    private final float[] signal;
    private final Shape shape;

    private EncoderBenchmark(NDManager manager, int batch, int samples) {
        this.manager = manager;
        shape = new Shape(batch, LEADS, samples);
        signal = new float[Math.toIntExact(shape.size())];
        RandomGenerator random = new Seed(1).generator();
        for (int i = 0; i < signal.length; i++) {
            signal[i] = (float) random.nextGaussian();
        }
    }

    /** A step. */
    private interface Step {
        void run(int number, NDManager local);
    }

    public static void main(String[] arguments) throws IOException {
        EncoderPreset preset = EncoderPreset.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        try (NDManager manager = NDManager.newBaseManager()) {
            EncoderBenchmark benchmark = new EncoderBenchmark(manager, Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]));
            int steps = Integer.parseInt(arguments[3]);
            String last = arguments.length > 4 ? arguments[4] : "";
            if (last.equals("growth")) {
                benchmark.grow(benchmark.ours(preset), steps);
            } else {
                benchmark.time(last.isEmpty() ? benchmark.ours(preset) : benchmark.exported(Path.of(last)), steps);
                System.out.println(megabytes("VmHWM"));
            }
        }
    }

    /** The process's memory as Linux counts it. */
    private static double megabytes(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith(key))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }

    private Step ours(EncoderPreset preset) {
        Encoder encoder = Encoder.of(EncoderArchitecture.of(preset, LEADS));
        Network network = new Network(manager, encoder.initial(new Seed(1)), true);
        return (number, local) -> {
            NDArray features = encoder.features(network, local.create(signal, shape), Pass.training(new Seed(number)));
            Autograd.backward(features.square().mean());
            network.trained().forEach(Autograd::zeroGradient);
        };
    }

    private Step exported(Path file) {
        PtSymbolBlock block = JniUtils.loadModule((PtNDManager) manager, file, false, new String[0], new String[0],
            true);
        return (number, local) -> IValueUtils.forward(block, new NDList(local.create(signal, shape)), true);
    }

    private void grow(Step step, int steps) throws IOException {
        for (int number = 1; number <= steps; number++) {
            run(step, number);
            if (number == steps / 10 || number == steps) {
                System.gc();
                System.out.println(manager.getManagedArrays().size() + " " + megabytes("VmRSS"));
            }
        }
    }

    /** As the training loop does it: what a step makes is freed at its end. */
    private void run(Step step, int number) {
        Autograd.recording(() -> {
            try (NDManager local = manager.newSubManager(); NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                step.run(number, local);
                return null;
            }
        });
    }

    private void time(Step step, int steps) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int number = 0; number < steps + WARM_UP; number++) {
            long wall = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            run(step, number);
            if (number >= WARM_UP) {
                System.out.println((System.nanoTime() - wall) / 1e6 + " " + (system.getProcessCpuTime() - cpu) / 1e6);
            }
        }
    }
}
