package org.physioclr.torch.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;

/**
 * What is to be known of an encoder beside its weights, stored as JSON next to them.
 *
 * @param formatVersion major and minor, such as {@code 1.0}; another major version can't be read
 * @param sha256 the weights' file, hashed
 * @param architecture the network's shape
 * @param preprocessing what is done to an ECG before
 * @param options how it was pretrained; null if it comes from elsewhere
 * @param recipe the augmentation recipe's text, empty if none was used
 * @param features the fitted feature scaler with the features' names, JSON null if none was used
 * @param data what it was trained on; null if it comes from elsewhere
 * @param provenance versions, operating system and the like
 * @param curve the training curve
 */
public record EncoderCard(String formatVersion, String sha256, EncoderArchitecture architecture,
        Preprocessing preprocessing, PretrainOptions options, String recipe, JsonElement features, Data data,
        Map<String, String> provenance, List<EpochMetrics> curve) {

    public EncoderCard {
        features = features == null ? JsonNull.INSTANCE : features; // JSON that is null is not written
        Objects.requireNonNull(sha256, "sha256");
        if (options != null) { // cards of format 1.0 hold both only there
            preprocessing = preprocessing == null ? options.preprocessing() : preprocessing;
            architecture = architecture == null
                ? EncoderArchitecture.of(options.encoder(), preprocessing.leads().size()) : architecture;
        }
        Objects.requireNonNull(architecture, "architecture");
        Objects.requireNonNull(preprocessing, "preprocessing");
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(curve, "curve");
    }

    /** The version that this release writes. */
    public static final String FORMAT_VERSION = "1.1";

    /**
     * The data that an encoder was trained on.
     *
     * @param records how many ECGs
     * @param patients how many patients
     * @param fingerprint a hash of the signals, equal for equal data in equal order
     */
    public record Data(int records, int patients, String fingerprint) {
    }

    /** The card's file that belongs to a weights' file. */
    public static Path beside(Path weights) {
        String name = weights.getFileName().toString();
        String stem = name.endsWith(".safetensors") ? name.substring(0, name.length() - ".safetensors".length()) : name;
        return weights.resolveSibling(stem + ".json");
    }

    /**
     * Reads the card that lies beside a weights' file.
     *
     * @throws IOException if there is none, it is damaged, or of a newer major version
     */
    public static EncoderCard read(Path weights) throws IOException {
        Path file = beside(weights);
        if (!Files.exists(file)) {
            throw new IOException(!Files.exists(weights) ? "There is no encoder " + weights + ". Choose another file."
                : "The encoder " + weights + " has no card: " + file.getFileName()
                + " is missing beside it. Copy both files together.");
        }
        try {
            String text = Files.readString(file);
            String version = Json.parse(text, Version.class).formatVersion();
            if (version == null) {
                throw new JsonParseException("formatVersion is missing");
            }
            if (!version.startsWith(major(FORMAT_VERSION) + ".")) {
                throw new IOException(file + " has the format " + version + ", this release reads "
                    + major(FORMAT_VERSION) + ".x. Update the PhysioCLR extension.");
            }
            return Json.parse(text, EncoderCard.class);
        } catch (JsonParseException | IllegalArgumentException e) {
            throw new IOException(file + " is no encoder card: " + e.getMessage()
                + ". Copy both files again from where they were written.", e);
        }
    }

    private record Version(String formatVersion) {
    }

    private static String major(String version) {
        return version.substring(0, version.indexOf('.'));
    }

    /** The numbers in an embedding. */
    public int embeddingLength() {
        return architecture.embeddingLength();
    }

    /** The encoder's size for people: its preset, or else its family. */
    public String size() {
        return options == null ? architecture.family() : options.encoder().toString();
    }

    /** One line for people: method, size, data. */
    public String summary() {
        return (options == null ? "Imported" : options.method()) + ", " + size() + ", " + embeddingLength()
            + " numbers an ECG, " + Math.round(preprocessing.rateHz()) + " Hz, " + preprocessing.segmentSeconds()
            + " s segments" + (data == null ? ""
                : ", trained on " + data.records() + " ECGs of " + data.patients() + " patients");
    }
}
