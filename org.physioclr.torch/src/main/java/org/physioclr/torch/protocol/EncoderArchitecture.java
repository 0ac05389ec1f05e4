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
 * The shape of an encoder, whole: with it and the weights any program can rebuild the network. In a card it is an object
 * whose {@code family} names the kind.
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

    /** The length of the feature map of a signal. */
    int tokens(int samples);

    /** The architecture of a preset. */
    static EncoderArchitecture of(EncoderPreset preset, int leads) {
        return switch (preset) {
            case TINY -> new Convolutional(leads, List.of(32, 64, 96, 128), List.of(7, 5, 5, 5));
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
                default -> throw new JsonParseException("there is no encoder family \"" + name + "\"");
            };
        }
    }
}
