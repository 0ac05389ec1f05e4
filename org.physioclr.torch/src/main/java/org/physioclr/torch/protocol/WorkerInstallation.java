package org.physioclr.torch.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a worker is started from.
 *
 * @param java the java program, of release 17 or later
 * @param classPath the jars and class folders with this module, core and DJL
 * @param nativeLibraries the folder with the CPU build of libtorch that comes with the extension, and DJL's own native
 *     library; null if there is none for this platform
 * @param namedLibraries the folder of another PyTorch that the Java property {@value #NAMED} names; null if it doesn't
 * @param computer where to look for more
 */
public record WorkerInstallation(Path java, List<Path> classPath, Path nativeLibraries, Path namedLibraries,
        Computer computer) {

    /** The Java property that names the folder of a PyTorch. */
    public static final String NAMED = "physioclr.natives";

    public WorkerInstallation {
        classPath = List.copyOf(classPath);
        Objects.requireNonNull(computer, "computer");
    }

    /** An installation on this computer, with no other libraries named. */
    public WorkerInstallation(Path java, List<Path> classPath, Path nativeLibraries) {
        this(java, classPath, nativeLibraries, null, Computer.here());
    }
}
