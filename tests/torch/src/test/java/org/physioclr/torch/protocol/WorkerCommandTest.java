package org.physioclr.torch.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker is told of PyTorch. */
class WorkerCommandTest {

    @TempDir
    private Path folder;
    private Path run;
    private Path lib;
    private Path runtime;
    private Libtorch pip;

    @BeforeEach
    void folders() throws IOException {
        run = Files.createDirectory(folder.resolve("run"));
        lib = Files.createDirectories(folder.resolve("torch/lib"));
        runtime = Files.createDirectories(folder.resolve("nvidia/cuda_runtime/lib"));
        pip = new Libtorch(lib, "cu128", List.of(lib, runtime), "PyTorch", Libtorch.Source.NAMED, "none");
    }

    private ProcessBuilder command(Libtorch libtorch, boolean tf32) throws IOException {
        Computer computer = new Computer(Computer.Family.LINUX, true, Path.of("/"), Path.of("/home/me"), Map.of());
        return new WorkerCommand(new WorkerInstallation(Path.of("java"), List.of(), null, null, computer),
            new Machine("auto", 3, 256, new GpuOptions("", false, tf32)), libtorch, run).toProcess();
    }

    private Map<String, String> environment(Libtorch libtorch, boolean tf32) throws IOException {
        return command(libtorch, tf32).environment();
    }

    @Test
    void librariesOfPipsPackagesAreSearchedBeforeTheUsersOwn() throws IOException {
        Map<String, String> environment = environment(pip, false);
        String before = System.getenv("LD_LIBRARY_PATH");
        assertEquals(lib + ":" + runtime + (before == null || before.isEmpty() ? "" : ":" + before),
            environment.get("LD_LIBRARY_PATH"));
        assertEquals(before, environment(Libtorch.shipped(run), false).get("LD_LIBRARY_PATH"));
    }

    /**
     * pip's is named by its release, that of libtorch's archive by a hash as well; CUDA's own has the plain name too.
     */
    @Test
    void jnaFindsTheCudaRuntimeByItsPlainName() throws IOException {
        Path link = run.resolve("libcudart.so");
        assertTrue(command(pip, false).command().contains("-Djna.library.path=" + run));
        assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS), "there is none");
        Path ofPip = Files.createFile(runtime.resolve("libcudart.so.12"));
        command(pip, false);
        assertEquals(ofPip, Files.readSymbolicLink(link));
        Path ofArchive = Files.createFile(lib.resolve("libcudart-8774224f.so.12"));
        command(pip, false);
        assertEquals(ofArchive, Files.readSymbolicLink(link));
        command(Libtorch.shipped(lib), false);
        assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS), "the next run has other libraries");
    }

    @Test
    void djlLoadsTheFolderWithoutTheNetwork() throws IOException {
        Map<String, String> environment = environment(pip, false);
        assertEquals("true", environment.get("DJL_OFFLINE"));
        assertEquals(lib.toString(), environment.get("PYTORCH_LIBRARY_PATH"));
        assertEquals("2.7.1", environment.get("PYTORCH_VERSION"));
        assertEquals("cu128", environment.get("PYTORCH_FLAVOR"));
        assertEquals(run.toString(), environment.get("ENGINE_CACHE_DIR"), "its native part goes with the run's folder");
    }

    /** The figures of encoder_speed.py hold for this environment. */
    @Test
    void threadsSleepAndGlibcKeepsWhatAStepFreed() throws IOException {
        Map<String, String> wanted = Map.of("OMP_NUM_THREADS", "3", "MKL_NUM_THREADS", "3", "OMP_WAIT_POLICY", "PASSIVE",
            "MALLOC_ARENA_MAX", "1", "MALLOC_MMAP_THRESHOLD_", "33554432", "MALLOC_TRIM_THRESHOLD_", "268435456",
            "THP_MEM_ALLOC_ENABLE", "1");
        Map<String, String> environment = new HashMap<>(environment(pip, false));
        environment.keySet().retainAll(wanted.keySet());
        assertEquals(wanted, environment);
    }

    @Test
    void onlyADownloadMayUseTheNetwork() throws IOException {
        Map<String, String> environment =
            environment(new Libtorch(null, "cu128", List.of(), "PyTorch", Libtorch.Source.FOUND, ""), false);
        assertEquals("false", environment.get("DJL_OFFLINE"));
        assertNull(environment.get("PYTORCH_LIBRARY_PATH"));
        assertEquals("cu128", environment.get("PYTORCH_FLAVOR"));
        assertEquals("/home/me/.djl.ai", environment.get("ENGINE_CACHE_DIR"));
        assertEquals("true", environment.get("OPT_OUT_TRACKING"), "DJL tells nobody of its use");
    }

    @Test
    void tf32IsForbiddenToAllOfNvidiasLibrariesUnlessItIsAllowed() throws IOException {
        Map<String, String> off = environment(pip, false);
        assertEquals("0", off.get("NVIDIA_TF32_OVERRIDE"));
        assertEquals("0", off.get("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE"));
        Map<String, String> on = environment(pip, true);
        assertFalse(on.containsKey("NVIDIA_TF32_OVERRIDE"));
        assertEquals("1", on.get("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE"));
    }
}
