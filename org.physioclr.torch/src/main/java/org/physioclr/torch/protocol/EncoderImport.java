package org.physioclr.torch.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.physioclr.core.signal.Lead;
import org.physioclr.torch.protocol.EncoderArchitecture.Stem;
import org.physioclr.torch.protocol.EncoderArchitecture.Transformer;

import com.google.gson.JsonParseException;

/**
 * Takes in weights that fairseq-signals has trained as {@code wav2vec2_cmsc}, such as the public ones of ECG-FM (McKeen
 * et al., 2024), from a safetensors file with its names. The shapes say the architecture but for
 * the attention's heads; the convolutions have stride 2.
 * What serves pretraining alone (quantiser, projections of the targets, mask vector) is left out.
 *
 * <p>A file {@code <name>.json} beside the weights may say what they do not: {@code heads} (12 if absent) and
 * {@code preprocessing} as in a card (twelve leads, 500 Hz, 5 s, every lead by its z-score if absent).
 */
public final class EncoderImport {

    private static final String FIRST = "feature_extractor.conv_layers.0.0.weight";
    private static final String POSITIONS = "conv_pos.pos_conv.0.";
    private static final List<String> PRETRAINING =
        List.of("mask_emb", "quantizer.", "project_q.", "final_proj.", "input_quantizer.", "project_inp.");

    /** As fairseq-signals trains by default; neither changes an embedding. */
    private static final double DROPOUT = 0.1;
    private static final double EXTRACTOR_GRADIENT = 0.1;

    private EncoderImport() {
    }

    /**
     * What a file beside the weights may say.
     *
     * @param formatVersion of a card of ours; null in others
     * @param heads of the attention
     * @param preprocessing what is to be done to an ECG before
     */
    private record Hints(String formatVersion, Integer heads, Preprocessing preprocessing) {
    }

    /** Whether a file holds such weights and no card of ours lies beside it. */
    public static boolean isForeign(Path weights) throws IOException {
        return Files.exists(weights) && hints(weights).formatVersion() == null
            && Safetensors.shapes(weights).containsKey(FIRST);
    }

    /**
     * Writes the weights as an encoder of ours, card included.
     *
     * @param source the weights
     * @param target the new weights' file
     * @throws IOException if arrays are missing, surplus or of other shapes, naming them, or a file can't be used
     */
    public static void convert(Path source, Path target) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, long[]> shapes = new LinkedHashMap<>();
        Safetensors.shapes(source).forEach((name, shape) -> {
            if (PRETRAINING.stream().noneMatch(name::startsWith)) {
                names.put(renamed(name), name);
                shapes.put(renamed(name), shape);
            }
        });
        Hints hints = hints(source);
        Transformer architecture = architecture(source, shapes, hints.heads() == null ? 12 : hints.heads());
        EncoderFiles.check(source, architecture, shapes);
        Map<String, String> ordered = new LinkedHashMap<>();
        EncoderArrays.of(architecture).keySet().forEach(name -> ordered.put(name, names.get(name)));
        Map<String, String> provenance = Map.of("imported from", String.valueOf(source.getFileName()),
            "imported sha256", EncoderFiles.sha256(source));
        Preprocessing preprocessing = preprocessing(source, architecture, hints);
        EncoderFiles.write(target, file -> Safetensors.copy(source, file, ordered), sha256 -> Json.pretty(
            new EncoderCard(EncoderCard.FORMAT_VERSION, sha256, architecture, preprocessing, null, "", null, null,
                provenance, List.of())) + "\n");
    }

    /** Newer PyTorch calls the two parts of a weight-normed weight otherwise. */
    private static String renamed(String name) {
        return name.replace(POSITIONS + "parametrizations.weight.original0", POSITIONS + "weight_g")
            .replace(POSITIONS + "parametrizations.weight.original1", POSITIONS + "weight_v");
    }

    private static Hints hints(Path weights) throws IOException {
        Path file = EncoderCard.beside(weights);
        try {
            return Files.exists(file) && !file.equals(weights) ? Json.parse(Files.readString(file), Hints.class)
                : new Hints(null, null, null);
        } catch (JsonParseException e) {
            throw new IOException(file + " is no encoder card: " + e.getMessage()
                + ". Copy both files again from where they were written.", e);
        }
    }

    private static Transformer architecture(Path source, Map<String, long[]> shapes, int heads) throws IOException {
        List<Integer> channels = new ArrayList<>();
        List<Integer> kernels = new ArrayList<>();
        for (int stage = 0; shapes.containsKey(stage(stage)); stage++) {
            long[] shape = shape(source, shapes, stage(stage), 3);
            channels.add((int) shape[0]);
            kernels.add((int) shape[2]);
        }
        int layers = 0;
        while (shapes.containsKey("encoder.layers." + layers + ".fc1.weight")) {
            layers++;
        }
        long[] leads = shape(source, shapes, FIRST, 3);
        long[] position = shape(source, shapes, POSITIONS + "weight_v", 3);
        long[] feedForward = shape(source, shapes, "encoder.layers.0.fc1.weight", 2);
        try {
            return new Transformer((int) leads[1], Stem.GROUP_NORM, channels, kernels, (int) position[0], layers, heads,
                (int) feedForward[0], (int) position[2], (int) (position[0] / Math.max(1, position[1])), false, DROPOUT,
                EXTRACTOR_GRADIENT);
        } catch (IllegalArgumentException e) {
            throw new IOException("The shapes of " + source + " make no encoder with " + heads + " attention heads. "
                + "Say in " + EncoderCard.beside(source).getFileName() + " beside it how many there are, such as "
                + "{\"heads\": 8}.", e);
        }
    }

    private static String stage(int stage) {
        return "feature_extractor.conv_layers." + stage + ".0.weight";
    }

    private static long[] shape(Path source, Map<String, long[]> shapes, String name, int axes) throws IOException {
        long[] shape = shapes.get(name);
        if (shape == null || shape.length != axes) {
            throw new IOException("The weights " + source + " are no wav2vec2_cmsc encoder of fairseq-signals: "
                + name + (shape == null ? " is missing" : " has " + shape.length + " axes, not " + axes)
                + ". Save the whole state of the model.");
        }
        return shape;
    }

    private static Preprocessing preprocessing(Path source, Transformer architecture, Hints hints) throws IOException {
        Preprocessing preprocessing = hints.preprocessing() != null ? hints.preprocessing()
            : new Preprocessing(Lead.TWELVE.stream().map(Lead::name).toList(), 500, 5, FilterPreset.NONE,
                "lead z-score");
        if (preprocessing.leads().size() != architecture.leads()) {
            throw new IOException("The weights " + source + " are for " + architecture.leads() + " leads. Say in "
                + EncoderCard.beside(source).getFileName() + " beside them how ECGs are to be prepared "
                + "(\"preprocessing\", as in the card of another encoder), these leads named.");
        }
        return preprocessing;
    }
}
