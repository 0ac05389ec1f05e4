package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

import org.physioclr.core.augment.AugmentationRecipe;
import org.physioclr.core.run.OrderedPool;
import org.physioclr.core.run.Progress;
import org.physioclr.core.run.Seed;
import org.physioclr.core.signal.EcgRecord;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.SignalBlock;
import org.physioclr.core.synth.SynthesisOptions;
import org.physioclr.core.synth.VcgSynthesizer;
import org.physioclr.torch.data.PreparedRecords;
import org.physioclr.torch.device.Devices;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.protocol.Contrast;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.RecordReference;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.Training;

import ai.djl.ndarray.NDManager;

/**
 * Where the time of pretraining goes, on made-up ECGs (12 leads, 100 Hz, segments of 5 s, three views, both branches):
 * {@code PRESET BATCH STEPS}. Prints medians in milliseconds of assembling a batch in one thread (with and without a
 * recipe of four disturbances), of forward and backward, and of the update; then the steps a second of all together and
 * the share of the time in which the network waits for a batch.
 */
public final class PretrainBenchmark {

    private static final int WARM_UP = 3;
    private static final String RECIPE = "baseline wander\nmuscle noise\npowerline\ngaussian noise";

    private final PreparedRecords records;
    private final PretrainOptions options;
    private final int batchSize;
    private final int steps;

    private PretrainBenchmark(PreparedRecords records, PretrainOptions options, int steps) {
        this.records = records;
        this.options = options;
        this.steps = steps;
        batchSize = options.training().batchSize();
    }

    public static void main(String[] arguments) throws IOException {
        EncoderPreset preset = EncoderPreset.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int batchSize = Integer.parseInt(arguments[1]);
        PretrainOptions options = new PretrainOptions(Method.PHYSIOCLR, preset,
            new Preprocessing(Lead.TWELVE.stream().map(Lead::name).toList(), 100, 5, FilterPreset.NONE,
                "record z-score"), Contrast.DEFAULT, Reconstruction.of(0.2, 0.1), Training.of(1, batchSize, 1));
        Path folder = Files.createTempDirectory("pretrain-benchmark-");
        Path signals = folder.resolve("signals.f32");
        Path list = folder.resolve("records.jsonl");
        Json.writeLines(list, references(signals, 2 * batchSize));
        try (PreparedRecords records = PreparedRecords.prepare(list, options.preprocessing(), folder, Progress.NONE)) {
            new PretrainBenchmark(records, options, Integer.parseInt(arguments[2])).run();
        } finally {
            Files.delete(signals);
            Files.delete(list);
            Files.delete(folder);
        }
    }

    private static List<RecordReference> references(Path file, int count) throws IOException {
        VcgSynthesizer synthesizer = new VcgSynthesizer(new SynthesisOptions(count, 1, 10, 250, 1, 1));
        List<RecordReference> references = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < count; i++) {
                EcgRecord ecg = synthesizer.record(i, 0).ecg();
                references.add(new RecordReference(file.toString(), SignalBlock.append(channel, ecg.samplesMv()),
                    "float32", ecg.leads().stream().map(Lead::name).toList(), ecg.length(), ecg.rateHz(), ecg.patient(),
                    ecg.id()));
            }
        }
        return references;
    }

    private void run() throws IOException {
        System.out.printf(Locale.ROOT, "%s, %d ECGs a batch, %d threads%n", options.encoder(), batchSize,
            Devices.threadCount());
        BatchMaker plain = maker(AugmentationRecipe.EMPTY);
        BatchMaker recipe = maker(AugmentationRecipe.parse(RECIPE));
        report("assembling a batch, one thread", median(number -> plain.make(indices(number), new Seed(number))));
        report("the same with a recipe of four disturbances",
            median(number -> recipe.make(indices(number), new Seed(number))));
        try (NDManager manager = NDManager.newBaseManager()) {
            Model model = Model.of(options);
            Network network = new Network(manager, model.initial(new Seed(1)), true);
            Steps training =
                new Steps(model, network, manager, new AdamW(manager, network, 0.01));
            Batch batch = plain.make(indices(0), new Seed(1));
            double[] update = new double[steps + WARM_UP];
            double both = median(number -> {
                training.learn(batch, 1, new Seed(number));
                long start = System.nanoTime();
                training.update(1e-3);
                update[number] = (System.nanoTime() - start) / 1e6;
            });
            double updating = middle(Arrays.copyOfRange(update, WARM_UP, update.length));
            report("forward and backward", both - updating);
            report("the update", updating);
            together("steps a second, batches assembled ahead", plain, training);
            together("the same with the recipe", recipe, training);
        }
    }

    private BatchMaker maker(AugmentationRecipe recipe) {
        return new BatchMaker(records, new ViewMaker(records, options, recipe), null, options);
    }

    private int[] indices(int number) {
        RandomGenerator random = new Seed(number).generator();
        return random.ints(batchSize, 0, records.count()).toArray();
    }

    private void together(String what, BatchMaker batches, Steps training) throws IOException {
        long[] busy = new long[1];
        long start = System.nanoTime();
        try (OrderedPool<Batch> pool = new OrderedPool<>(Devices.threadCount(), 3, batch -> {
            long begun = System.nanoTime();
            training.learn(batch, 1, new Seed(1));
            training.update(1e-3);
            busy[0] += System.nanoTime() - begun;
        })) {
            for (int number = 0; number < steps; number++) {
                int[] indices = indices(number);
                pool.submit(() -> batches.make(indices, new Seed(1)));
            }
            pool.finish();
        }
        double all = System.nanoTime() - start;
        System.out.printf(Locale.ROOT, "%-46s %8.2f /s, the network waits %.1f %% of the time%n", what,
            1e9 * steps / all, 100 * (1 - busy[0] / all));
    }

    /** Work that may fail. */
    private interface Work {
        void run(int number) throws IOException;
    }

    private double median(Work work) throws IOException {
        double[] millis = new double[steps + WARM_UP];
        for (int number = 0; number < millis.length; number++) {
            long start = System.nanoTime();
            work.run(number);
            millis[number] = (System.nanoTime() - start) / 1e6;
        }
        return middle(Arrays.copyOfRange(millis, WARM_UP, millis.length));
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void report(String what, double millis) {
        System.out.printf(Locale.ROOT, "%-46s %8.1f ms%n", what, millis);
    }
}
