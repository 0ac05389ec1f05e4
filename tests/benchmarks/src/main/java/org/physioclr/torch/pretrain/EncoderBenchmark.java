package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
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
 * Times training steps of an encoder (forward, mean square of the feature map, all gradients, clipping, AdamW), ours or
 * one exported as a single TorchScript call: {@code PRESET BATCH SAMPLES STEPS [FILE]}. Prints wall and processor
 * milliseconds of each step and at last the process's peak memory in MB. With {@code growth} as the fifth argument it prints instead the
 * native arrays and the resident memory in MB after a tenth of the steps and after all. encoder_speed.py calls it.
 */
public final class EncoderBenchmark {

    private static final int LEADS = 12;
    private static final int WARM_UP = 3;
    private static final double RATE = 1e-3;
    private static final double DECAY = 0.01;
    private static final double CLIP = 1;

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

    /** A step, which gives its loss; what it makes is freed at its end, as in the training loop. */
    private interface Step {
        double run(int number);
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
        AdamW optimiser = new AdamW(manager, network, DECAY);
        return number -> {
            double loss = freeing(local -> {
                NDArray features = encoder.features(network, network.input(local, signal, shape),
                    Pass.training(new Seed(number)));
                NDArray square = features.square().mean();
                Autograd.backward(square);
                return square.getFloat();
            });
            freeing(local -> Autograd.off(() -> optimiser.step(RATE, CLIP)));
            network.dropGradients();
            return loss;
        };
    }

    private Step exported(Path file) {
        PtSymbolBlock block = JniUtils.loadModule((PtNDManager) manager, file, false, new String[0], new String[0],
            true);
        return number -> freeing(local ->
            IValueUtils.forward(block, new NDList(local.create(signal, shape)), true).singletonOrThrow().getFloat());
    }

    private double freeing(ToDoubleFunction<NDManager> work) {
        try (NDManager local = manager.newSubManager(); NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return work.applyAsDouble(local);
        }
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

    private static double run(Step step, int number) {
        return Autograd.recording(() -> step.run(number));
    }

    private void time(Step step, int steps) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double first = run(step, 0);
        double last = first;
        for (int number = 1; number < steps + WARM_UP; number++) {
            long wall = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            last = run(step, number);
            if (number >= WARM_UP) {
                System.out.println((System.nanoTime() - wall) / 1e6 + " " + (system.getProcessCpuTime() - cpu) / 1e6);
            }
        }
        if (!(last < first)) {
            throw new IllegalStateException("Nothing is learnt: the loss was " + first + " and is " + last);
        }
    }
}
