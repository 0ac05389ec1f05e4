package org.physioclr.torch.encoder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The layers of {@code layers.py}, each one call into PyTorch. DJL's own lack group norm and weight norm, its
 * transformer layer normalises by the batch, and a network composed of its single operations is about 1.5 times slower.
 */
final class Layers {

    /** A pickle (protocol 2) of an empty tuple: no constants. */
    private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

    /** A pickle of an object of the class in the text, whose only attribute is {@code training = False}. */
    private static final String OBJECT = "\u0080\u0002c__torch__\nLayers\n)\u0081}X\b\0\0\0training\u0089sb.";

    /** In front of an array's name it makes DJL call the method of that name instead of {@code forward}. */
    private static final String METHOD = "module_method:";

    private final PtSymbolBlock module;
    private final NDManager cpu;

    /** Compiles the text; it lives as long as the manager. */
    Layers(NDManager manager) {
        cpu = manager.newSubManager(Device.cpu());
        try {
            module = JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(archive()), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calls a layer.
     *
     * @param x what it works on
     * @param figures its numbers, as the text says
     * @param weights its arrays, as the text says
     */
    NDArray call(String layer, NDArray x, float[] figures, List<NDArray> weights) {
        // DJL tells arguments by the arrays' names: those with brackets make a list.
        JniUtils.setGraphExecutorOptimize(false); // of this thread; compiling to kernels costs more than it gives
        NDArray method = x.getManager().create(0f);
        method.setName(METHOD + layer);
        // Figures lie on the CPU, where reading them waits for nothing.
        try (NDArray numbers = cpu.create(figures)) {
            NDList arguments = new NDList(method, x, numbers);
            for (NDArray weight : weights) {
                weight.setName("w[]");
                arguments.add(weight);
            }
            return IValueUtils.forward(module, arguments, true).singletonOrThrow();
        }
    }

    /** The text as a TorchScript archive, a zip file without compression (PyTorch's serialization notes, format 3). */
    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
            InputStream text = Objects.requireNonNull(Layers.class.getResourceAsStream("layers.py"), "layers.py")) {
            store(zip, "data.pkl", OBJECT.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "code/__torch__.py", text.readAllBytes());
            store(zip, "constants.pkl", NO_CONSTANTS);
            store(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry("layers/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
