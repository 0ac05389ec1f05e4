package org.physioclr.torch.protocol;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;

/** Records to JSON and back, with NaN and infinity as bare words. */
public final class Json {

    private static final Gson GSON =
        builder().create();

    private static final Gson PRETTY =
        builder().setPrettyPrinting().create();

    private Json() {
    }

    private static GsonBuilder builder() {
        return new GsonBuilder().serializeSpecialFloatingPointValues().disableHtmlEscaping()
            .registerTypeAdapter(EncoderArchitecture.class, new EncoderArchitecture.Adapter());
    }

    /** One line of JSON. */
    public static String line(Object value) {
        return GSON.toJson(value);
    }

    /** JSON for people: indented. */
    public static String pretty(Object value) {
        return PRETTY.toJson(value);
    }

    public static JsonElement tree(Object value) {
        return GSON.toJsonTree(value);
    }

    /**
     * Reads a record.
     *
     * @throws JsonParseException if the text is no JSON or the record's own check refuses it
     */
    public static <T> T parse(String text, Class<T> type) {
        return checked(() -> GSON.fromJson(text, type), type);
    }

    /** Reads a record; see the other method of this name. */
    public static <T> T parse(JsonElement tree, Class<T> type) {
        return checked(() -> GSON.fromJson(tree, type), type);
    }

    /** Writes a JSON Lines file. */
    public static void writeLines(Path file, Iterable<?> values) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (Object value : values) {
                writer.write(line(value));
                writer.write('\n');
            }
        }
    }

    /** Reads a JSON Lines file, one value after another. */
    public static <T> void readLines(Path file, Class<T> type, Consumer<T> consumer) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                consumer.accept(parse(line, type));
            }
        }
    }

    /** Gson passes on what a record's own check throws as the cause of an exception without a type of its own. */
    private static <T> T checked(Supplier<T> reading, Class<T> type) {
        try {
            T value = reading.get();
            if (value == null) {
                throw new JsonParseException("No " + type.getSimpleName());
            }
            return value;
        } catch (JsonParseException e) {
            throw e;
        } catch (RuntimeException e) {
            if (e.getCause() instanceof NullPointerException absent) {
                throw new JsonParseException(absent.getMessage() + " is missing", e);
            }
            throw e.getCause() instanceof IllegalArgumentException wrong
                ? new JsonParseException(wrong.getMessage(), e) : e;
        }
    }
}
