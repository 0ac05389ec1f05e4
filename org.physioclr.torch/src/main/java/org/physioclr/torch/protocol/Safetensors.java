package org.physioclr.torch.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

/**
 * Reads and writes safetensors files of single-precision tensors: an unsigned 64-bit little-endian length, that many
 * bytes of JSON which give each tensor's type, shape and place, then the numbers, little-endian, row-major. The format
 * is that of the safetensors library, version 0.4 (README, "Format"); Python's {@code safetensors} reads our files and
 * we read its {@code F32} files.
 */
public final class Safetensors {

    private static final String METADATA = "__metadata__";
    private static final String FLOAT32 = "F32";
    private static final int ALIGNMENT = 8;

    private Safetensors() {
    }

    /** Writes tensors in the map's order. */
    public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
        JsonObject header = new JsonObject();
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            long end = offset + (long) Float.BYTES * entry.getValue().values().length;
            JsonObject place = new JsonObject();
            place.addProperty("dtype", FLOAT32);
            place.add("shape", Json.tree(entry.getValue().shape()));
            place.add("data_offsets", Json.tree(new long[] {offset, end}));
            header.add(entry.getKey(), place);
            offset = end;
        }
        String text = Json.line(header);
        int padding = Math.floorMod(-text.getBytes(StandardCharsets.UTF_8).length, ALIGNMENT);
        byte[] json = (text + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
            writeFully(channel,
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).flip());
            writeFully(channel, ByteBuffer.wrap(json));
            for (Tensor tensor : tensors.values()) {
                ByteBuffer bytes =
                    ByteBuffer.allocate(Float.BYTES * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(tensor.values());
                writeFully(channel, bytes);
            }
        }
    }

    /**
     * Reads all tensors of a file. Nothing is allocated that the file is not large enough for.
     *
     * @throws IOException if the file is no safetensors file, is damaged or holds another type than F32
     */
    public static Map<String, Tensor> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long headerBytes = size < Long.BYTES ? -1 : readFully(channel, 0, Long.BYTES).getLong();
            if (headerBytes < 2 || headerBytes > size - Long.BYTES) {
                throw damaged(file, "its header does not fit into its " + size + " bytes");
            }
            String json = StandardCharsets.UTF_8
                .decode(readFully(channel, Long.BYTES, Math.toIntExact(headerBytes))).toString();
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> entry : Json.parse(json, JsonObject.class).entrySet()) {
                if (!entry.getKey().equals(METADATA)) {
                    Place place = Json.parse(entry.getValue(), Place.class);
                    tensors.put(entry.getKey(), tensor(file, channel, Long.BYTES + headerBytes, entry.getKey(), place));
                }
            }
            return tensors;
        } catch (JsonParseException | IllegalStateException | ArithmeticException e) {
            throw damaged(file, e.getMessage());
        }
    }

    /** Reads one tensor of a file; see {@link #read}. */
    public static Tensor read(Path file, String name) throws IOException {
        Tensor tensor = read(file).get(name);
        if (tensor == null) {
            throw damaged(file, "it has no tensor \"" + name + "\"");
        }
        return tensor;
    }

    private record Place(String dtype, long[] shape, long[] data_offsets) {
    }

    private static Tensor tensor(Path file, FileChannel channel, long start, String name, Place place)
            throws IOException {
        if (!FLOAT32.equals(place.dtype())) {
            throw new IOException(file + " holds \"" + name + "\" as " + place.dtype()
                + "; only F32 is read. Convert it with .float() before saving.");
        }
        long[] offsets = place.data_offsets();
        if (place.shape() == null || offsets == null || offsets.length != 2 || offsets[0] < 0
            || offsets[1] - offsets[0] != Math.multiplyExact(Tensor.elements(place.shape()), Float.BYTES)
            || start + offsets[1] > channel.size()) {
            throw damaged(file, "the place of \"" + name + "\" does not fit its shape or the file");
        }
        float[] values = new float[Math.toIntExact((offsets[1] - offsets[0]) / Float.BYTES)];
        readFully(channel, start + offsets[0], Math.toIntExact(offsets[1] - offsets[0])).asFloatBuffer().get(values);
        return new Tensor(place.shape(), values);
    }

    private static IOException damaged(Path file, String why) {
        boolean empty = !Files.exists(file);
        return new IOException(file + (empty ? " does not exist" : " is no whole safetensors file: " + why));
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static ByteBuffer readFully(FileChannel channel, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("The file ends early");
            }
        }
        return bytes.flip();
    }
}
