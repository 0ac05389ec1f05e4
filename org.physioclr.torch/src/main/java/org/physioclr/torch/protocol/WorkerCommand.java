package org.physioclr.torch.protocol;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The command that starts a worker, and its environment. What DJL reads is set as environment variables, since DJL
 * prefers those to Java's properties and the user may have set some for other programs.
 *
 * @param installation what it is started from
 * @param machine what it may use
 * @param libtorch PyTorch's libraries
 * @param folder it works in and takes away if its parent dies
 */
record WorkerCommand(WorkerInstallation installation, Machine machine, Libtorch libtorch, Path folder) {

    /**
     * The process, not yet started. DJL counts GPUs with CUDA's runtime library, which JNA knows by its plain name
     * alone and would else take from the system, of another release: so a link of that name is put into the folder.
     *
     * @throws IOException if the link can't be made
     */
    ProcessBuilder toProcess() throws IOException {
        if (installation.computer().family() == Computer.Family.LINUX) {
            linkCudaRuntime(folder.resolve("libcudart.so"));
        }
        ProcessBuilder builder = new ProcessBuilder(arguments()).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        threads(environment);
        memory(environment);
        djl(environment);
        precision(environment);
        search(environment);
        return builder;
    }

    private void linkCudaRuntime(Path link) throws IOException {
        Files.deleteIfExists(link); // of an earlier run
        for (Path searched : libtorch.searched()) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(searched, "libcudart{-,.so.}*")) {
                Iterator<Path> found = files.iterator();
                if (found.hasNext()) {
                    Files.createSymbolicLink(link, found.next());
                    return;
                }
            }
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(installation.java().toString(),
            "-Xmx" + machine.heapMegabytes() + "m", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8", "-Dai.djl.pytorch.num_threads=" + machine.threadCount(),
            "-Dai.djl.pytorch.num_interop_threads=1", "-D" + WorkerFacts.NO_GPU + "=" + libtorch.noGpu(),
            "-D" + WorkerFacts.FOLDER + "=" + folder, "-Djna.library.path=" + folder));
        arguments.addAll(List.of("-cp",
            installation.classPath().stream().map(Path::toString).collect(joining(File.pathSeparator)),
            "org.physioclr.torch.worker.WorkerMain"));
        return arguments;
    }

    private String searched() {
        return libtorch.searched().stream().map(Path::toString)
            .collect(joining(installation.computer().family().separator()));
    }

    /**
     * Threads that wait must sleep: by default they spin, which on busy cores, such as those that prepare the next
     * batches, made a step of the small encoder take 3,800 ms instead of 300.
     */
    private void threads(Map<String, String> environment) {
        String threads = Integer.toString(machine.threadCount());
        environment.putAll(Map.of("OMP_NUM_THREADS", threads, "MKL_NUM_THREADS", threads, "OMP_WAIT_POLICY",
            "PASSIVE"));
    }

    /**
     * How glibc hands out native memory; elsewhere these variables mean nothing. Its heap, one arena, keeps what was
     * freed instead of faulting it in anew in every step, and PyTorch lays large arrays on huge pages of their own, so
     * that fewer holes are left between oneDNN's. Steps took a fifth less time and a third less memory at most.
     */
    private static void memory(Map<String, String> environment) {
        environment.putAll(Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_MMAP_THRESHOLD_", Integer.toString(32 << 20),
            "MALLOC_TRIM_THRESHOLD_", Integer.toString(256 << 20), "THP_MEM_ALLOC_ENABLE", "1"));
    }

    private void djl(Map<String, String> environment) {
        boolean download = libtorch.folder() == null;
        String cache = (download ? LibtorchSearch.downloads(installation.computer()) : folder).toString();
        environment.keySet().removeAll(List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_PRECXX11", "LIBSTDCXX_LIBRARY_PATH"));
        environment.putAll(Map.of("DJL_OFFLINE", Boolean.toString(!download), "OPT_OUT_TRACKING", "true",
            "DJL_CACHE_DIR", cache, "ENGINE_CACHE_DIR", cache, "PYTORCH_VERSION", Libtorch.VERSION, "PYTORCH_FLAVOR",
            libtorch.flavour()));
        if (!download) {
            environment.put("PYTORCH_LIBRARY_PATH", libtorch.folder().toString());
            // DJL loads every library of the folder; this one is for Python's processes alone.
            environment.put("PYTORCH_LIBRARY_EXCLUSION", installation.computer().family().library("shm"));
        }
    }

    /**
     * TF32. libtorch's own switch is for matrix products alone, off by default; cuDNN's convolutions use TF32 unless
     * NVIDIA's switch forbids it to all its libraries, which is the only way without Python.
     */
    private void precision(Map<String, String> environment) {
        boolean tf32 = machine.gpu().tf32();
        environment.put("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE", tf32 ? "1" : "0");
        environment.remove("NVIDIA_TF32_OVERRIDE");
        if (!tf32) {
            environment.put("NVIDIA_TF32_OVERRIDE", "0");
        }
    }

    /** pip keeps CUDA's libraries in packages of their own, where only this variable leads. */
    private void search(Map<String, String> environment) {
        if (!libtorch.searched().isEmpty()) {
            String variable = installation.computer().family().pathVariable();
            String before = environment.get(variable);
            environment.put(variable, searched() + (before == null || before.isEmpty() ? ""
                : installation.computer().family().separator() + before));
        }
    }
}
