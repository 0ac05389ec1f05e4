package org.physioclr.torch.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.core.run.Progress;
import org.physioclr.torch.protocol.GpuOptions;
import org.physioclr.torch.protocol.Machine;
import org.physioclr.torch.protocol.MadeComputer;
import org.physioclr.torch.protocol.PretrainOptions.Method;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerException;
import org.physioclr.torch.protocol.WorkerInstallation;
import org.physioclr.torch.protocol.WorkerRequest.Embed;
import org.physioclr.torch.protocol.WorkerRequest.EmbedResult;

/** Workers with another PyTorch than the extension's: the CPU build laid out as pip does, and CUDA builds that fail. */
@Timeout(120)
class ForeignLibtorchTest {

    @TempDir
    private Path folder;
    private MadeComputer computer;
    private final List<String> logged = new ArrayList<>();
    private Path encoder;
    private ToyEcgs toys;

    @BeforeEach
    void encoder() throws IOException {
        computer = new MadeComputer(folder.resolve("root"));
        toys = ToyEcgs.write(folder, "a", 4, 5, 1);
        encoder = folder.resolve("encoder.safetensors");
        try (WorkerClient client = new WorkerClient(Worker.installation())) {
            client.run(Worker.pretrain(Worker.options(Method.NONE, 1, 0, 1), toys, encoder), Worker.MACHINE,
                Progress.NONE);
        }
    }

    /** An embedding, what was warned of, and the files of PyTorch that the worker had mapped while it worked. */
    private record Embedded(Tensor numbers, List<String> warnings, TreeSet<Path> mapped) {
    }

    private Embedded embed(String device, GpuOptions gpu) throws IOException {
        WorkerInstallation ours = Worker.installation();
        WorkerInstallation installation = new WorkerInstallation(ours.java(), ours.classPath(), ours.nativeLibraries(),
            null, computer.make());
        TreeSet<Path> mapped = new TreeSet<>();
        Progress progress = (fraction, message) -> mapped.addAll(mapped());
        Path output = folder.resolve("embeddings.safetensors");
        try (WorkerClient client = new WorkerClient(installation, logged::add)) {
            EmbedResult result = client.run(new Embed(encoder.toString(), device, toys.records().toString(),
                output.toString()), new Machine(device, 1, 256, gpu), progress);
            return new Embedded(Safetensors.read(output).get("embeddings"), result.warnings(), mapped);
        }
    }

    /** The libraries of PyTorch in the memory of this process's children. */
    private static List<Path> mapped() {
        return ProcessHandle.current().children().flatMap(child -> {
            try {
                return Files.readAllLines(Path.of("/proc/" + child.pid() + "/maps")).stream();
            } catch (IOException e) {
                return Stream.of(); // it has ended
            }
        }).filter(line -> line.matches(".*/([0-9.]+-)?lib(torch|c10|djl_torch)[^/]*\\.so"))
            .map(line -> Path.of(line.substring(line.indexOf('/')))).distinct().toList();
    }

    /** pip's package with the CPU build and without DJL's native part, which pip does not have. */
    private Path pip() throws IOException {
        Path torch = folder.resolve("venv/lib/python3.11/site-packages/torch");
        Path lib = Files.createDirectories(torch.resolve("lib"));
        MadeComputer.version(torch, "2.7.1+cpu", null);
        try (Stream<Path> files = Files.list(Worker.installation().nativeLibraries())) {
            for (Path file : files.filter(path -> !path.endsWith("libdjl_torch.so")).toList()) {
                copy(file, lib.resolve(file.getFileName()));
            }
        }
        return torch;
    }

    private static void copy(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file.toRealPath());
        } catch (FileSystemException | UnsupportedOperationException e) { // on another disk
            Files.copy(file, copy);
        }
    }

    @Test
    void aWorkerStartsAndEmbedsFromPipsFolderWithoutDjlsNativePartInIt() throws IOException {
        Tensor expected = embed("cpu", GpuOptions.DEFAULT).numbers();
        assertEquals(List.of(), logged, "the extension's own libraries are not worth a line");
        Path lib = pip().resolve("lib").toRealPath();
        computer.variable("PHYSIOCLR_LIBTORCH", folder.resolve("venv/lib/python3.11/site-packages"));
        Embedded embedded = embed("cpu", GpuOptions.DEFAULT);
        assertTrue(embedded.mapped().contains(lib.resolve("libtorch_cpu.so")), embedded.mapped().toString());
        assertFalse(embedded.mapped().stream().anyMatch(
            file -> file.startsWith(Worker.installation().nativeLibraries())), embedded.mapped().toString());
        assertTrue(embedded.mapped().stream().anyMatch(file -> file.toString().matches(
            ".*/physioclr-worker-[^/]*/pytorch/2.7.1-cpu-linux-x86_64/0.35.1-libdjl_torch.so")),
            "DJL's native part comes from its jar and goes with the run's folder: " + embedded.mapped());
        assertArrays(expected, embedded.numbers());
        assertEquals(List.of("The learning process uses PyTorch 2.7.1+cpu in "
            + folder.resolve("venv/lib/python3.11/site-packages/torch/lib") + " (environment variable "
            + "PHYSIOCLR_LIBTORCH)"), logged);
    }

    private static void assertArrays(Tensor expected, Tensor actual) {
        for (int row = 0; row < expected.length(0); row++) {
            for (int i = 0; i < expected.length(1); i++) {
                assertEquals(expected.row(row)[i], actual.row(row)[i], "the same libraries give the same bits");
            }
        }
        assertNotEquals(0, expected.row(0)[0]);
    }

    private Path brokenCuda() throws IOException {
        computer.driver().variable("VIRTUAL_ENV", folder.resolve("venv"));
        return computer.torch(folder.resolve("venv"), "2.7.1+cu128", "12.8").resolve("lib");
    }

    @Test
    void autoGoesOnWithTheCpuWhereTheCudaBuildThatWasFoundCantBeLoaded() throws IOException {
        Path lib = brokenCuda();
        List<String> warnings = embed("auto", GpuOptions.DEFAULT).warnings();
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith("No usable GPU: PyTorch 2.7.1+cu128 in " + lib
            + " (found in Python's packages) can't be loaded: " + lib.toRealPath()), warnings.get(0));
        assertTrue(warnings.get(0).endsWith(". Embedding ran on the CPU."), warnings.get(0));
    }

    @Test
    void aNamedGpuOrFolderFailsWhereThatBuildCantBeLoaded() throws IOException {
        Path lib = brokenCuda();
        for (Map.Entry<String, GpuOptions> asked : Map.of("cuda:0", GpuOptions.DEFAULT, "auto",
            new GpuOptions(lib.toString(), false, false)).entrySet()) {
            String message = assertThrows(WorkerException.class, () -> embed(asked.getKey(), asked.getValue()))
                .getMessage();
            assertTrue(message.startsWith("PyTorch 2.7.1+cu128 in " + lib), message);
            assertTrue(message.contains(" can't be loaded: "), message);
            assertTrue(message.endsWith(" Install the extension again from its update site, or name the folder of a "
                + "whole PyTorch 2.7.1 in the setting \"Folder of PyTorch's libraries\"."), message);
        }
    }

    @Test
    void autoSaysThatThereIsNoDriver() throws IOException {
        assertEquals(List.of("No usable GPU: no NVIDIA driver was found on this computer. Embedding ran on the CPU."),
            embed("auto", GpuOptions.DEFAULT).warnings());
        assertEquals(List.of(), embed("cpu", GpuOptions.DEFAULT).warnings());
    }

    /**
     * DJL looks its files up in a list that it fetches first; one that is there already and empty keeps it from more.
     */
    @Test
    void withConsentDjlItselfLooksForADownload() throws IOException {
        computer.driver().variable("DJL_CACHE_DIR", folder.resolve("cache"));
        Files.createDirectories(folder.resolve("cache/pytorch"));
        Files.createFile(folder.resolve("cache/pytorch/2.7.1.txt"));
        GpuOptions consent = new GpuOptions("", true, false);
        String cause = "PyTorch 2.7.1+cu128, which DJL downloads to "
            + folder.resolve("cache/pytorch/2.7.1-cu128-linux-x86_64")
            + " can't be had: No PyTorch native library matches your operating system";
        List<String> warnings = embed("auto", consent).warnings();
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith("No usable GPU: " + cause), warnings.get(0));
        assertTrue(assertThrows(WorkerException.class, () -> embed("cuda:0", consent)).getMessage()
            .startsWith("The device cuda:0 can't be used: " + cause));
    }

    /**
     * A cache that holds the CPU build under the CUDA build's name, and under the name that DJL gives it, DJL's native
     * part of that build: all but the network and the GPU is as after a download.
     */
    @Test
    void whatWasDownloadedIsUsedWithoutTheNetwork() throws IOException {
        computer.driver().variable("DJL_CACHE_DIR", folder.resolve("cache"));
        Path kept = Files.createDirectories(folder.resolve("cache/pytorch/2.7.1-cu128-linux-x86_64"));
        try (Stream<Path> files = Files.list(Worker.installation().nativeLibraries())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                copy(file, kept.resolve(name.equals("libdjl_torch.so") ? "0.35.1-" + name : name));
            }
        }
        Embedded embedded = embed("auto", new GpuOptions("", true, false));
        assertTrue(embedded.mapped().contains(kept.toRealPath().resolve("libtorch_cpu.so")),
            embedded.mapped().toString());
        assertTrue(embedded.mapped().contains(kept.toRealPath().resolve("0.35.1-libdjl_torch.so")));
    }
}
