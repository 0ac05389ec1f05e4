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
import java.util.function.Predicate;
import java.util.function.Supplier;

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

    /**
     * A tensor whose numbers are fetched only when they are written.
     *
     * @param shape the length of each axis
     * @param values gives the numbers
     */
    public record Source(long[] shape, Supplier<float[]> values) {
    }

    /** Writes tensors in the map's order. */
    public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
        Map<String, Source> sources = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> sources.put(name, new Source(tensor.shape(), tensor::values)));
        writeEach(file, sources);
    }

    /** Writes tensors in the map's order, with the numbers of one of them in memory at a time. */
    public static void writeEach(Path file, Map<String, Source> sources) throws IOException {
        JsonObject places = new JsonObject();
        long offset = 0;
        for (Map.Entry<String, Source> entry : sources.entrySet()) {
            long[] shape = entry.getValue().shape();
            long end = offset + Float.BYTES * Tensor.elements(shape);
            places.add(entry.getKey(), place(shape, offset, end));
            offset = end;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
            writeFully(channel, header(places, 0));
            for (Source source : sources.values()) {
                float[] values = new Tensor(source.shape(), source.values().get()).values(); // as many as stated
                ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(values);
                writeFully(channel, bytes);
            }
        }
    }

    /** What a header says of a tensor. */
    static JsonObject place(long[] shape, long from, long to) {
        JsonObject place = new JsonObject();
        place.addProperty("dtype", FLOAT32);
        place.add("shape", Json.tree(shape));
        place.add("data_offsets", Json.tree(new long[] {from, to}));
        return place;
    }

    /**
     * The beginning of a file, its length included.
     *
     * @param places of the tensors by name
     * @param leastBytes to which the JSON is filled up with spaces
     */
    static ByteBuffer header(JsonObject places, int leastBytes) {
        byte[] json = Json.line(places).getBytes(StandardCharsets.UTF_8);
        int length = Math.max(leastBytes, json.length + Math.floorMod(-json.length, ALIGNMENT));
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(length).put(json);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }

    /**
     * Reads all tensors of a file. Nothing is allocated that the file is not large enough for.
     *
     * @throws IOException if the file is no safetensors file, is damaged or holds another type than F32
     */
    public static Map<String, Tensor> read(Path file) throws IOException {
        return read(file, name -> true);
    }

    /** Reads the tensors whose names are wanted; see the other method of this name. */
    public static Map<String, Tensor> read(Path file, Predicate<String> wanted) throws IOException {
        try (FileChannel channel = open(file)) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            Map<String, Block> blocks = blocks(file, channel);
            blocks.keySet().removeIf(wanted.negate());
            for (Map.Entry<String, Block> entry : blocks.entrySet()) {
                Block block = entry.getValue();
                float[] values = new float[Math.toIntExact(Tensor.elements(block.shape()))];
                readFully(channel, block.start(), Math.multiplyExact(values.length, Float.BYTES)).asFloatBuffer()
                    .get(values);
                tensors.put(entry.getKey(), new Tensor(block.shape(), values));
            }
            return tensors;
        } catch (ArithmeticException e) {
            throw damaged(file, e.getMessage());
        }
    }

    /**
     * The shapes of a file's tensors; its numbers are not read.
     *
     * @throws IOException if the file is no safetensors file, is damaged or holds another type than F32
     */
    public static Map<String, long[]> shapes(Path file) throws IOException {
        try (FileChannel channel = open(file)) {
            Map<String, long[]> shapes = new LinkedHashMap<>();
            blocks(file, channel).forEach((name, block) -> shapes.put(name, block.shape()));
            return shapes;
        }
    }

    /**
     * Copies tensors from one file to another, block by block.
     *
     * @param names in the order of the new file: the tensor's name there, and the one it has here
     */
    static void copy(Path from, Path to, Map<String, String> names) throws IOException {
        try (FileChannel source = open(from); FileChannel target = FileChannel.open(to, StandardOpenOption.CREATE,
            StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            Map<String, Block> blocks = blocks(from, source);
            JsonObject places = new JsonObject();
            long offset = 0;
            for (Map.Entry<String, String> name : names.entrySet()) {
                long end = offset + blocks.get(name.getValue()).bytes();
                places.add(name.getKey(), place(blocks.get(name.getValue()).shape(), offset, end));
                offset = end;
            }
            writeFully(target, header(places, 0));
            for (String name : names.values()) {
                Block block = blocks.get(name);
                for (long done = 0; done < block.bytes();) {
                    done += source.transferTo(block.start() + done, block.bytes() - done, target);
                }
            }
        }
    }

    /**
     * A tensor's place in a file.
     *
     * @param shape the length of each axis
     * @param start the byte at which its numbers begin
     */
    record Block(long[] shape, long start) {

        long bytes() {
            return Tensor.elements(shape) * Float.BYTES;
        }
    }

    /** Where the tensors of an open file lie; see {@link #read(Path)}. */
    static Map<String, Block> blocks(Path file, FileChannel channel) throws IOException {
        try {
            long size = channel.size();
            long headerBytes = size < Long.BYTES ? -1 : readFully(channel, 0, Long.BYTES).getLong();
            if (headerBytes < 2 || headerBytes > size - Long.BYTES) {
                throw damaged(file, "its header does not fit into its " + size + " bytes");
            }
            String json = StandardCharsets.UTF_8
                .decode(readFully(channel, Long.BYTES, Math.toIntExact(headerBytes))).toString();
            Map<String, Block> blocks = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> entry : Json.parse(json, JsonObject.class).entrySet()) {
                if (!entry.getKey().equals(METADATA)) {
                    Place place = Json.parse(entry.getValue(), Place.class);
                    blocks.put(entry.getKey(), block(file, size, Long.BYTES + headerBytes, entry.getKey(), place));
                }
            }
            return blocks;
        } catch (JsonParseException | IllegalStateException | ArithmeticException e) {
            throw damaged(file, e.getMessage());
        }
    }

    private record Place(String dtype, long[] shape, long[] data_offsets) {
    }

    private static Block block(Path file, long size, long start, String name, Place place) throws IOException {
        if (!FLOAT32.equals(place.dtype())) {
            throw new IOException(file + " holds \"" + name + "\" as " + place.dtype()
                + "; only F32 is read. Convert it with .float() before saving.");
        }
        long[] offsets = place.data_offsets();
        if (place.shape() == null || offsets == null || offsets.length != 2 || offsets[0] < 0
            || offsets[1] - offsets[0] != Math.multiplyExact(Tensor.elements(place.shape()), Float.BYTES)
            || Math.addExact(start, offsets[1]) > size) {
            throw damaged(file, "the place of \"" + name + "\" does not fit its shape or the file");
        }
        return new Block(place.shape(), start + offsets[0]);
    }

    /** Opens a file for reading. */
    static FileChannel open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " does not exist");
        }
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    static IOException damaged(Path file, String why) {
        return new IOException(file + " is no whole safetensors file: " + why);
    }

    static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    static ByteBuffer readFully(FileChannel channel, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("The file ends early");
            }
        }
        return bytes.flip();
    }
}
