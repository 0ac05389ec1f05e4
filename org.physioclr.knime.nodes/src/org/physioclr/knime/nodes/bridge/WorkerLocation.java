package org.physioclr.knime.nodes.bridge;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.physioclr.torch.protocol.WorkerInstallation;

/**
 * Finds what the learning process is started from: the libraries of this plug-in and the native libraries of the
 * fragment for this platform. Outside OSGi it is the class path of the running JVM.
 */
public final class WorkerLocation {

    /** Names another folder of native libraries, such as a GPU build of libtorch, instead of the fragment's. */
    private static final String NATIVES_PROPERTY = "physioclr.natives";

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private WorkerLocation() {
    }

    /**
     * The installation that nodes start the worker from.
     *
     * @throws IOException if a part of it is missing, saying which and what to install
     */
    public static WorkerInstallation find() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java");
        Bundle bundle = FrameworkUtil.getBundle(WorkerLocation.class);
        return new WorkerInstallation(java, bundle == null ? ownClassPath() : libraries(bundle), natives(bundle));
    }

    private static List<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();
    }

    private static List<Path> libraries(Bundle bundle) throws IOException {
        Path folder = folderOf(bundle).resolve("lib");
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Path natives(Bundle bundle) throws IOException {
        String named = System.getProperty(NATIVES_PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        Bundle[] fragments = bundle == null ? null : Platform.getFragments(bundle);
        for (Bundle fragment : fragments == null ? new Bundle[0] : fragments) {
            Path lib = folderOf(fragment).resolve("lib");
            if (Files.isDirectory(lib)) {
                return lib;
            }
        }
        throw new IOException("PyTorch's libraries for " + System.getProperty("os.name") + " "
            + System.getProperty("os.arch") + " are not installed (found "
            + (fragments == null ? "no fragment" : Arrays.toString(fragments))
            + "). Install \"PhysioCLR for KNIME\" from its update site again, or start with -D" + NATIVES_PROPERTY
            + "=<folder of libtorch>.");
    }

    private static Path folderOf(Bundle bundle) throws IOException {
        Path location = FileLocator.getBundleFileLocation(bundle).map(File::toPath).orElseThrow(
            () -> new IOException("The plug-in " + bundle.getSymbolicName() + " has no place on disk"));
        if (!Files.isDirectory(location)) {
            throw new IOException("The plug-in " + location + " is a single file. Install the extension from its "
                + "update site, which unpacks it; a jar put into a dropins folder can't work.");
        }
        return location;
    }
}
