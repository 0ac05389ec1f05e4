package org.physioclr.torch.device;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/** TorchScript text, a class whose methods are each one call into PyTorch; libtorch compiles it at run time. */
public final class Script {

    /** A pickle (protocol 2) of an empty tuple: no constants. */
    private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

    /** A pickle of an object of the class of that name, whose only attribute is {@code training = False}. */
    private static final String OBJECT = "\u0080\u0002c__torch__\n%s\n)\u0081}X\b\0\0\0training\u0089sb.";

    /** In front of an array's name it makes DJL call the method of that name instead of {@code forward}. */
    private static final String METHOD = "module_method:";

    private final PtSymbolBlock module;

    /**
     * Compiles a text; it lives as long as the manager.
     *
     * @param home the resource beside it, named like the class in lower case with the ending {@code .py}, is the text
     * @param name of the class in the text
     */
    public Script(NDManager manager, Class<?> home, String name) {
        try {
            module = JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(archive(home, name)), false,
                false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calls a method.
     *
     * @param arguments its arguments; neighbours whose name ends with {@code []} make one list
     */
    public NDList call(String method, NDList arguments) {
        JniUtils.setGraphExecutorOptimize(false); // of this thread; compiling to kernels costs more than it gives
        try (NDArray name = arguments.head().getManager().create(0f)) {
            name.setName(METHOD + method);
            NDList all = new NDList(name);
            all.addAll(arguments);
            return IValueUtils.forward(module, all, true);
        }
    }

    /** The text as a TorchScript archive, a zip file without compression (PyTorch's serialization notes, format 3). */
    private static byte[] archive(Class<?> home, String name) throws IOException {
        String resource = name.toLowerCase(Locale.ROOT) + ".py";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
            InputStream text = Objects.requireNonNull(home.getResourceAsStream(resource), resource)) {
            store(zip, "data.pkl", String.format(OBJECT, name).getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "code/__torch__.py", text.readAllBytes());
            store(zip, "constants.pkl", NO_CONSTANTS);
            store(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry("script/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
