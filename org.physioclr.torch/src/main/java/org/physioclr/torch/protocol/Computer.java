package org.physioclr.torch.protocol;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What of a computer decides which PyTorch a worker gets. A value, so that tests can make computers up.
 *
 * @param family its operating system
 * @param x86 whether it is of the 64-bit x86 family
 * @param root of its file system
 * @param home the user's folder
 * @param environment the environment variables
 */
public record Computer(Family family, boolean x86, Path root, Path home, Map<String, String> environment) {

    /** Where Linux keeps the driver's library: Debian, Red Hat, others, Windows' Linux, containers, NixOS. */
    private static final List<String> DRIVER_FOLDERS = List.of("usr/lib/x86_64-linux-gnu", "usr/lib64", "usr/lib",
        "usr/lib/wsl/lib", "usr/local/nvidia/lib64", "usr/lib/aarch64-linux-gnu", "run/opengl-driver/lib");

    public Computer {
        environment = Map.copyOf(environment);
    }

    /** A family of operating systems. */
    public enum Family {
        LINUX("lib", ".so", "LD_LIBRARY_PATH", ":"), WINDOWS("", ".dll", "PATH", ";"),
        MAC("lib", ".dylib", "DYLD_LIBRARY_PATH", ":");

        private final String prefix;
        private final String ending;
        private final String pathVariable;
        private final String separator;

        Family(String prefix, String ending, String pathVariable, String separator) {
            this.prefix = prefix;
            this.ending = ending;
            this.pathVariable = pathVariable;
            this.separator = separator;
        }

        /** The file of a native library, such as {@code libtorch.so}. */
        String library(String name) {
            return prefix + name + ending;
        }

        /** The environment variable that names the folders in which native libraries are looked for. */
        String pathVariable() {
            return pathVariable;
        }

        /** What stands between the folders in such a variable. */
        String separator() {
            return separator;
        }
    }

    /** This computer. */
    public static Computer here() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Family family = os.startsWith("win") ? Family.WINDOWS : os.startsWith("mac") ? Family.MAC : Family.LINUX;
        return new Computer(family, List.of("amd64", "x86_64").contains(System.getProperty("os.arch")),
            Path.of(File.separator), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** Whether there are programs that can use NVIDIA's GPUs: DJL's native part is built for these alone. */
    boolean canHaveCuda() {
        return x86 && family != Family.MAC;
    }

    /** Whether a driver of NVIDIA is installed, by the file system alone. */
    boolean hasNvidiaDriver() {
        if (family == Family.WINDOWS) {
            return folders("SystemRoot").anyMatch(folder -> Files.exists(folder.resolve("System32/nvcuda.dll")));
        }
        return Files.exists(root.resolve("proc/driver/nvidia/version"))
            || Stream.concat(DRIVER_FOLDERS.stream().map(root::resolve), folders(family.pathVariable()))
                .anyMatch(folder -> Files.exists(folder.resolve("libcuda.so.1")));
    }

    /** The folders that an environment variable names; none if it is not set. */
    Stream<Path> folders(String variable) {
        return Arrays.stream(environment.getOrDefault(variable, "").split(family.separator()))
            .filter(text -> !text.isBlank()).map(Path::of);
    }
}
