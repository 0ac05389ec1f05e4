package org.physioclr.torch.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.physioclr.torch.protocol.Computer.Family;

/** A computer made of folders, laid out as pip, conda, libtorch's archive and NVIDIA's driver lay out theirs. */
public final class MadeComputer {

    /** What {@code torch/version.py} of pip's 2.7.1 holds, with its version and CUDA's. */
    private static final String VERSION = """
        from typing import Optional

        __all__ = ['__version__', 'debug', 'cuda', 'git_version', 'hip', 'xpu']
        __version__ = '%s'
        debug = False
        cuda: Optional[str] = %s
        git_version = 'e2d141dbde55c2a4370fac5165b0561b6af4798b'
        hip: Optional[str] = None
        xpu: Optional[str] = None
        """;

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private Family family = Family.LINUX;
    private boolean x86 = true;

    public MadeComputer(Path root) {
        this.root = root;
    }

    MadeComputer family(Family other) {
        family = other;
        return this;
    }

    MadeComputer notX86() {
        x86 = false;
        return this;
    }

    public MadeComputer driver() throws IOException {
        file(root.resolve("proc/driver/nvidia/version"), "NVRM version: NVIDIA UNIX x86_64 Kernel Module");
        return this;
    }

    public MadeComputer variable(String name, Path value) {
        environment.put(name, value.toString());
        return this;
    }

    public Computer make() {
        return new Computer(family, x86, root, root.resolve("home/me"), environment);
    }

    /** Makes a package of pip's or conda's in an environment, with empty libraries; the folder {@code torch}. */
    public Path torch(Path prefix, String version, String cuda) throws IOException {
        Path torch = prefix.resolve(family == Family.WINDOWS ? "Lib/site-packages/torch"
            : "lib/python3.11/site-packages/torch");
        version(torch, version, cuda);
        library(torch.resolve("lib"), "torch");
        if (cuda != null) {
            library(torch.resolve("lib"), "torch_cuda");
            library(torch.resolve("lib"), "c10_cuda");
        }
        return torch;
    }

    /** Writes {@code version.py}. */
    public static void version(Path torch, String version, String cuda) throws IOException {
        file(torch.resolve("version.py"), VERSION.formatted(version, cuda == null ? "None" : "'" + cuda + "'"));
    }

    void library(Path lib, String name) throws IOException {
        file(lib.resolve(family.library(name)), "no library");
    }

    static void file(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
