package org.physioclr.knime.nodes.bridge;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.knime.core.node.NodeLogger;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.physioclr.torch.protocol.Computer;
import org.physioclr.torch.protocol.WorkerClient;
import org.physioclr.torch.protocol.WorkerInstallation;

/**
 * Finds what the learning process is started from: the libraries of this plug-in and the native libraries of the
 * fragment for this platform. Outside OSGi it is the class path of the running JVM.
 */
public final class WorkerLocation {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(WorkerLocation.class);

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private WorkerLocation() {
    }

    /** A client of the installation that logs what it does as KNIME does. */
    public static WorkerClient client() throws IOException {
        return new WorkerClient(find(), LOGGER::info);
    }

    /**
     * The installation that nodes start the worker from.
     *
     * @throws IOException if the plug-in is not installed as it must be, saying what to do
     */
    public static WorkerInstallation find() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java");
        Bundle bundle = FrameworkUtil.getBundle(WorkerLocation.class);
        String named = System.getProperty(WorkerInstallation.NAMED);
        return new WorkerInstallation(java, bundle == null ? ownClassPath() : libraries(bundle), natives(bundle),
            named == null ? null : Path.of(named), Computer.here());
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

    /** The folder of the fragment for this platform; null if there is none. */
    private static Path natives(Bundle bundle) throws IOException {
        Bundle[] fragments = bundle == null ? null : Platform.getFragments(bundle);
        for (Bundle fragment : fragments == null ? new Bundle[0] : fragments) {
            Path lib = folderOf(fragment).resolve("lib");
            if (Files.isDirectory(lib)) {
                return lib;
            }
        }
        return null;
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
