package org.physioclr.torch.protocol;

import java.lang.reflect.Type;
import java.util.List;

import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;

import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;

/**
 * The shape of an encoder, whole: with it and the weights any program can rebuild the network. In a card it is an
 * object whose {@code family} names the kind.
 */
public sealed interface EncoderArchitecture {

    /** Each convolutional stage halves the length. */
    int STRIDE = 2;

    /** The kind's name in a card. */
    String family();

    /** The input's leads. */
    int leads();

    /** The numbers in an embedding, and the channels of a feature map. */
    int embeddingLength();

    /** How many halvings lie between a signal and its feature map, 1 to 16. */
    int halvings();

    /**
     * The length of the feature map of a signal.
     *
     * @throws IllegalArgumentException if the signal is too short to have one
     */
    int tokens(int samples);

    /** The architecture of a preset. */
    static EncoderArchitecture of(EncoderPreset preset, int leads) {
        return switch (preset) {
            case TINY -> new Convolutional(leads, List.of(32, 64, 96, 128), List.of(7, 5, 5, 5));
            case SMALL -> new Transformer(leads, Stem.BATCH_NORM, List.of(32, 64, 96, 128), List.of(7, 5, 5, 5), 128, 4,
                4, 512, 32, 16, true, 0.1, 1);
            case XRESNET1D50 -> new Residual(leads, List.of(32, 32, 64), List.of(3, 4, 6, 3), 64, 4, 5);
            case BASE -> new Transformer(leads, Stem.GROUP_NORM, List.of(256, 256, 256, 256), List.of(2, 2, 2, 2), 768,
                12, 12, 3072, 128, 16, false, 0.1, 0.1);
        };
    }

    /**
     * Stages of convolution (stride 2, padding k/2, no bias), batch normalisation and GELU, then the mean over time.
     *
     * @param leads input channels
     * @param channels output channels of each stage
     * @param kernels kernel length of each stage, odd
     */
    record Convolutional(int leads, List<Integer> channels, List<Integer> kernels) implements EncoderArchitecture {

        private static final String FAMILY = "convolutional";

        public Convolutional {
            channels = List.copyOf(channels);
            kernels = List.copyOf(kernels);
            check(leads > 0 && channels.size() == kernels.size() && !channels.isEmpty() && channels.size() <= 16
                && kernels.stream().allMatch(kernel -> kernel > 0 && kernel % 2 == 1), FAMILY);
        }

        @Override
        public String family() {
            return FAMILY;
        }

        @Override
        public int embeddingLength() {
            return channels.get(channels.size() - 1);
        }

        @Override
        public int halvings() {
            return channels.size();
        }

        @Override
        public int tokens(int samples) {
            return halvedUp(samples, halvings());
        }
    }

    /** How the convolutional stages of a transformer normalise. */
    enum Stem {
        /** By the batch, in every stage, with padding k/2 for odd k. */
        BATCH_NORM,
        /** By channel and segment, after the first stage alone, without padding. */
        GROUP_NORM
    }

    /**
     * Convolutional stages of stride 2 and transformer layers over what comes out of them, wav2vec 2.0's kind.
     *
     * @param leads input channels
     * @param stem how the stages normalise
     * @param channels output channels of each stage
     * @param kernels kernel length of each stage
     * @param width the length of a token
     * @param layers transformer layers
     * @param heads of the attention, dividing the width
     * @param feedForward the inner width of a layer
     * @param positionKernel the positional convolution's kernel, in tokens
     * @param positionGroups its groups, dividing the width
     * @param normFirst whether layers normalise before each part rather than after each sum
     * @param dropout in training: of the tokens, of each part of a layer and of the attention, 0 to below 1
     * @param extractorGradient what the stages' gradient is multiplied by
     */
    record Transformer(int leads, Stem stem, List<Integer> channels, List<Integer> kernels, int width, int layers,
            int heads, int feedForward, int positionKernel, int positionGroups, boolean normFirst, double dropout,
            double extractorGradient) implements EncoderArchitecture {

        private static final String FAMILY = "transformer";

        public Transformer {
            channels = List.copyOf(channels);
            kernels = List.copyOf(kernels);
            boolean odd = stem == Stem.BATCH_NORM;
            check(stem != null && leads > 0 && channels.size() == kernels.size() && !channels.isEmpty()
                && channels.size() <= 16 && kernels.stream().allMatch(k -> k > 0 && (!odd || k % 2 == 1)), FAMILY);
            check(width > 0 && layers >= 0 && heads > 0 && width % heads == 0 && feedForward > 0, FAMILY);
            check(positionKernel > 0 && positionGroups > 0 && width % positionGroups == 0, FAMILY);
            check(dropout >= 0 && dropout < 1 && extractorGradient >= 0, FAMILY);
        }

        @Override
        public String family() {
            return FAMILY;
        }

        @Override
        public int embeddingLength() {
            return width;
        }

        @Override
        public int halvings() {
            return channels.size();
        }

        @Override
        public int tokens(int samples) {
            int length = stem == Stem.BATCH_NORM ? halvedUp(samples, halvings()) : samples;
            for (int stage = 0; stem == Stem.GROUP_NORM && stage < halvings(); stage++) {
                length = length < kernels.get(stage) ? 0 : (length - kernels.get(stage)) / STRIDE + 1;
            }
            if (length < 1) {
                throw new IllegalArgumentException("Segments of " + samples + " samples are too short for this "
                    + "encoder, which halves them " + halvings() + " times. Choose longer segments or a higher rate.");
            }
            return length;
        }
    }

    /**
     * A one-dimensional xResNet: a stem, then stages of bottlenecks of which all but the first halve the length.
     *
     * @param leads input channels
     * @param stem output channels of the stem's convolutions
     * @param blocks bottlenecks of each stage
     * @param width channels inside a bottleneck
     * @param expansion by what the channels of a feature map exceed them
     * @param kernel of the stem's and the bottlenecks' middle convolutions, odd
     */
    record Residual(int leads, List<Integer> stem, List<Integer> blocks, int width, int expansion, int kernel)
            implements EncoderArchitecture {

        private static final String FAMILY = "residual";

        public Residual {
            stem = List.copyOf(stem);
            blocks = List.copyOf(blocks);
            check(leads > 0 && !stem.isEmpty() && !blocks.isEmpty() && blocks.size() <= 14
                && blocks.stream().allMatch(count -> count > 0) && width > 0 && expansion > 0 && kernel > 0
                && kernel % 2 == 1, FAMILY);
        }

        @Override
        public String family() {
            return FAMILY;
        }

        @Override
        public int embeddingLength() {
            return width * expansion;
        }

        @Override
        public int halvings() {
            return 1 + blocks.size();
        }

        @Override
        public int tokens(int samples) {
            return halvedUp(samples, halvings());
        }
    }

    private static int halvedUp(int samples, int times) {
        int length = samples;
        for (int i = 0; i < times; i++) {
            length = (length + 1) / STRIDE;
        }
        return length;
    }

    private static void check(boolean sound, String family) {
        if (!sound) {
            throw new IllegalArgumentException("The figures of the " + family + " encoder's architecture do not fit");
        }
    }

    /** To JSON and back, by the family's name. */
    final class Adapter implements JsonSerializer<EncoderArchitecture>, JsonDeserializer<EncoderArchitecture> {

        private static final String KEY = "family";

        @Override
        public JsonElement serialize(EncoderArchitecture architecture, Type type, JsonSerializationContext context) {
            JsonObject object = new JsonObject();
            object.addProperty(KEY, architecture.family());
            context.serialize(architecture, architecture.getClass()).getAsJsonObject().asMap().forEach(object::add);
            return object;
        }

        @Override
        public EncoderArchitecture deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            JsonElement family = json.getAsJsonObject().get(KEY);
            String name = family == null ? "" : family.getAsString();
            return switch (name) {
                case Convolutional.FAMILY -> context.deserialize(json, Convolutional.class);
                case Transformer.FAMILY -> context.deserialize(json, Transformer.class);
                case Residual.FAMILY -> context.deserialize(json, Residual.class);
                default -> throw new JsonParseException("there is no encoder family \"" + name + "\"");
            };
        }
    }
}
