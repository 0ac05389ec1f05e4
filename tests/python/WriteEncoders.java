import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.physioclr.core.run.Seed;
import org.physioclr.core.signal.Lead;
import org.physioclr.torch.checkpoint.Checkpoint;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.encoder.Encoder;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.encoder.Pass;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.EncoderImport;
import org.physioclr.torch.protocol.FilterPreset;
import org.physioclr.torch.protocol.Preprocessing;
import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Writes an encoder of every preset with random weights, and the embeddings of random segments, for check. */
final class WriteEncoders {

    private static final int SEGMENTS = 2;

    public static void main(String[] arguments) throws Exception {
        List<String> leads = Lead.TWELVE.stream().map(Lead::name).toList();
        for (EncoderPreset preset : EncoderPreset.values()) {
            String name = preset.name().toLowerCase(Locale.ROOT);
            Path folder = Path.of(arguments[0]);
            Preprocessing preprocessing = new Preprocessing(leads, preset == EncoderPreset.BASE ? 500 : 100, 5,
                FilterPreset.NONE, "lead z-score");
            Encoder encoder = Encoder.of(EncoderArchitecture.of(preset, leads.size()));
            RandomGenerator random = new Seed(1).child(name).generator();
            Map<String, Tensor> weights = moved(encoder.initial(new Seed(2)), random);
            Shape shape = new Shape(SEGMENTS, leads.size(), preprocessing.segmentSamples());
            Tensor segments = new Tensor(shape.getShape(), normal(random, shape.size()));
            Checkpoint.write(folder.resolve(name + ".safetensors"), new EncoderCard(EncoderCard.FORMAT_VERSION, "",
                encoder.architecture(), preprocessing, null, "", null, null, Map.of(), List.of()), weights);
            Safetensors.write(folder.resolve(name + "-segments.safetensors"),
                Map.of("segments", segments, "embeddings", embed(encoder, weights, segments)));
            if (preset == EncoderPreset.BASE) {
                importBase(folder);
            }
        }
    }

    /** The base's arrays have the names and shapes of the public weights, so that without a card they are imported. */
    private static void importBase(Path folder) throws Exception {
        Path base = folder.resolve("base.safetensors");
        Path bare = Files.createLink(folder.resolve("bare.safetensors"), base);
        Path imported = folder.resolve("imported.safetensors");
        EncoderImport.convert(bare, imported);
        if (!EncoderCard.read(imported).architecture().equals(EncoderCard.read(base).architecture())) {
            throw new IllegalStateException("The import makes of the base " + EncoderCard.read(imported));
        }
        Files.createLink(folder.resolve("imported-segments.safetensors"), folder.resolve("base-segments.safetensors"));
    }

    private static Tensor embed(Encoder encoder, Map<String, Tensor> weights, Tensor segments) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Network network = new Network(manager, weights, false);
            return Autograd.off(() -> Tensor.matrix(SEGMENTS, encoder.architecture().embeddingLength(),
                Encoder.pool(encoder.features(network, network.input(manager, segments.values(),
                    new Shape(segments.shape())), Pass.EVALUATION)).toFloatArray()));
        }
    }

    /** Every array a little away from its first value, so that no gain is one and no running mean zero. */
    private static Map<String, Tensor> moved(Map<String, Tensor> weights, RandomGenerator random) {
        Map<String, Tensor> moved = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> {
            float[] values = normal(random, tensor.values().length);
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.values()[i] + 0.02f * (name.endsWith("var") ? Math.abs(values[i]) : values[i]);
            }
            moved.put(name, new Tensor(tensor.shape(), values));
        });
        return moved;
    }

    private static float[] normal(RandomGenerator random, long count) {
        float[] values = new float[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
