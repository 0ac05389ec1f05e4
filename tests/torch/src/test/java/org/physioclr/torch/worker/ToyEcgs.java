package org.physioclr.torch.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.physioclr.core.run.Seed;
import org.physioclr.core.signal.Lead;
import org.physioclr.core.signal.SignalBlock;
import org.physioclr.torch.protocol.Json;
import org.physioclr.torch.protocol.RecordReference;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

/**
 * Twelve-lead toys of known truth: Gaussian QRS complexes and T waves with noise, two records a patient. Labels: fast
 * (above 90 beats a minute), wide (QRS twice as wide), never (no positive at all). Features: rate, width, noise.
 *
 * @param folder where the files lie
 * @param count how many records
 */
record ToyEcgs(Path folder, int count) {

    static final List<String> LABELS = List.of("fast", "wide", "never");
    static final List<String> FEATURES = List.of("Heart rate [1/min]", "QRS duration [ms]", "Noise");
    static final double RATE_HZ = 250;

    Path records() {
        return folder.resolve("records.jsonl");
    }

    Path labels() {
        return folder.resolve("labels.safetensors");
    }

    Path features() {
        return folder.resolve("features.safetensors");
    }

    /** Writes toys; patients are named with the prefix. */
    static ToyEcgs write(Path folder, String prefix, int count, double seconds, long seed) throws IOException {
        ToyEcgs toys = new ToyEcgs(folder, count);
        List<RecordReference> references = new ArrayList<>();
        float[] labels = new float[count * LABELS.size()];
        float[] features = new float[count * FEATURES.size()];
        Path file = folder.resolve("signals.f32");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < count; i++) {
                RandomGenerator patient = new Seed(seed).child(i / 2).generator();
                double beatsPerMinute = 55 + 80 * patient.nextDouble();
                double width = patient.nextBoolean() ? 0.02 : 0.04;
                float[][] signal = signal(beatsPerMinute, width, seconds, new Seed(seed).child(1000L + i).generator());
                long offset = SignalBlock.append(channel, signal);
                references.add(new RecordReference(file.toAbsolutePath().toString(), offset, "float32",
                    Lead.TWELVE.stream().map(Lead::name).toList(), signal[0].length, RATE_HZ, prefix + i / 2,
                    prefix + "record" + i));
                labels[3 * i] = beatsPerMinute > 90 ? 1 : 0;
                labels[3 * i + 1] = width > 0.03 ? 1 : 0;
                features[3 * i] = (float) beatsPerMinute;
                features[3 * i + 1] = i % 7 == 3 ? Float.NaN : (float) (4000 * width);
                features[3 * i + 2] = (float) patient.nextGaussian();
            }
        }
        Json.writeLines(toys.records(), references);
        Safetensors.write(toys.labels(), Map.of("labels", Tensor.matrix(count, LABELS.size(), labels)));
        Safetensors.write(toys.features(), Map.of("features", Tensor.matrix(count, FEATURES.size(), features)));
        return toys;
    }

    private static float[][] signal(double beatsPerMinute, double width, double seconds, RandomGenerator random) {
        int samples = (int) Math.round(seconds * RATE_HZ);
        float[][] signal = new float[Lead.TWELVE.size()][samples];
        double rr = 60 / beatsPerMinute;
        double phase = random.nextDouble() * rr;
        for (int lead = 0; lead < signal.length; lead++) {
            double gain = lead == 3 ? -1 : 0.4 + 0.1 * lead;
            for (int i = 0; i < samples; i++) {
                double t = (i / RATE_HZ + phase) % rr - 0.3 * rr;
                double qrs = Math.exp(-t * t / (2 * width * width));
                double after = t - 0.25 * Math.sqrt(rr);
                double tWave = 0.25 * Math.exp(-after * after / (2 * 0.05 * 0.05));
                signal[lead][i] = (float) (gain * (qrs + tWave) + 0.03 * random.nextGaussian());
            }
        }
        return signal;
    }
}
