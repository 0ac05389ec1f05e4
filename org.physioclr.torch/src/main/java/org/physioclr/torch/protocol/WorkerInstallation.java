package org.physioclr.torch.protocol;

import java.nio.file.Path;
import java.util.List;

/**
 * What a worker is started from.
 *
 * @param java the java program, of release 17 or later
 * @param classPath the jars and class folders with this module, core and DJL
 * @param nativeLibraries the folder with libtorch and DJL's own native library
 */
public record WorkerInstallation(Path java, List<Path> classPath, Path nativeLibraries) {

    public WorkerInstallation {
        classPath = List.copyOf(classPath);
    }
}
