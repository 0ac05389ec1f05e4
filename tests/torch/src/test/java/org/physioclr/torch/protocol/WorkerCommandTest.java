package org.physioclr.torch.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** What a worker is told of PyTorch. */
class WorkerCommandTest {

    private static final Path RUN = Path.of("/run");
    private static final Libtorch PIP = new Libtorch(Path.of("/torch/lib"), "cu128",
        List.of(Path.of("/torch/lib"), Path.of("/nvidia/cudnn/lib")), "PyTorch", Libtorch.Source.NAMED, "none");

    private static ProcessBuilder command(Libtorch libtorch, boolean tf32) {
        Computer computer = new Computer(Computer.Family.LINUX, true, Path.of("/"), Path.of("/home/me"), Map.of());
        return new WorkerCommand(new WorkerInstallation(Path.of("java"), List.of(), null, null, computer),
            new Machine("auto", 3, 256, new GpuOptions("", false, tf32)), libtorch, RUN).toProcess();
    }

    private static Map<String, String> environment(Libtorch libtorch, boolean tf32) {
        return command(libtorch, tf32).environment();
    }

    @Test
    void librariesOfPipsPackagesAreSearchedBeforeTheUsersOwn() {
        Map<String, String> environment = environment(PIP, false);
        String before = System.getenv("LD_LIBRARY_PATH");
        assertEquals("/torch/lib:/nvidia/cudnn/lib" + (before == null || before.isEmpty() ? "" : ":" + before),
            environment.get("LD_LIBRARY_PATH"));
        assertTrue(command(PIP, false).command().contains("-Djna.library.path=/torch/lib:/nvidia/cudnn/lib"));
        assertEquals(before, environment(Libtorch.shipped(RUN), false).get("LD_LIBRARY_PATH"));
    }

    @Test
    void djlLoadsTheFolderWithoutTheNetwork() {
        Map<String, String> environment = environment(PIP, false);
        assertEquals("true", environment.get("DJL_OFFLINE"));
        assertEquals("/torch/lib", environment.get("PYTORCH_LIBRARY_PATH"));
        assertEquals("2.7.1", environment.get("PYTORCH_VERSION"));
        assertEquals("cu128", environment.get("PYTORCH_FLAVOR"));
        assertEquals("/run", environment.get("ENGINE_CACHE_DIR"), "its native part goes with the run's folder");
    }

    @Test
    void onlyADownloadMayUseTheNetwork() {
        Map<String, String> environment =
            environment(new Libtorch(null, "cu128", List.of(), "PyTorch", Libtorch.Source.FOUND, ""), false);
        assertEquals("false", environment.get("DJL_OFFLINE"));
        assertNull(environment.get("PYTORCH_LIBRARY_PATH"));
        assertEquals("cu128", environment.get("PYTORCH_FLAVOR"));
        assertEquals("/home/me/.djl.ai", environment.get("ENGINE_CACHE_DIR"));
        assertEquals("true", environment.get("OPT_OUT_TRACKING"), "DJL tells nobody of its use");
    }

    @Test
    void tf32IsForbiddenToAllOfNvidiasLibrariesUnlessItIsAllowed() {
        Map<String, String> off = environment(PIP, false);
        assertEquals("0", off.get("NVIDIA_TF32_OVERRIDE"));
        assertEquals("0", off.get("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE"));
        Map<String, String> on = environment(PIP, true);
        assertFalse(on.containsKey("NVIDIA_TF32_OVERRIDE"));
        assertEquals("1", on.get("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE"));
    }
}
