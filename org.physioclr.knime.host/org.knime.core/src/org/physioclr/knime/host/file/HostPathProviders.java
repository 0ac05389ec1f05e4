package org.physioclr.knime.host.file;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSLocationSpec;
import org.knime.filehandling.core.connections.FSPath;
import org.knime.filehandling.core.connections.location.FSPathProvider;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;

/**
 * The file systems of this host: local paths, the workflow's folder and data area, and {@code file:} and
 * {@code knime://knime.workflow} addresses.
 */
public final class HostPathProviders {

    private static final String WORKFLOW_URL = "knime://knime.workflow/";

    private static volatile Path workflowFolder;

    private HostPathProviders() {
    }

    /**
     * Sets the folder that locations relative to the workflow start from.
     *
     * @param folder the folder of the workflow that runs
     */
    public static void setWorkflowFolder(Path folder) {
        workflowFolder = folder.toAbsolutePath().normalize();
    }

    /**
     * {@return the factory for a file system}
     *
     * @param connection the file system that a port gives
     * @param spec names the file system
     * @throws IllegalArgumentException if this host has no such file system, with the reason
     */
    public static FSPathProviderFactory of(Optional<FSConnection> connection, FSLocationSpec spec) {
        if (connection.isPresent()) {
            throw new IllegalArgumentException("This host has no file system ports. Choose a local path.");
        }
        return new Factory(spec);
    }

    private static Path resolve(FSLocation location) {
        String path = location.getPath();
        return switch (location.getFSCategory()) {
            case LOCAL -> Path.of(path);
            case RELATIVE -> inWorkflow(location.getFileSystemSpecifier().orElse(""), path);
            case CUSTOM_URL -> fromUrl(path);
            default -> throw new IllegalArgumentException("The file system \"" + location.getFSCategory().getLabel()
                + "\" needs KNIME itself: " + path + ". Choose a local path or one relative to the workflow.");
        };
    }

    private static Path inWorkflow(String specifier, String path) {
        Path base = switch (specifier) {
            case "knime.workflow" -> workflowFolder;
            case "knime.workflow.data" -> workflowFolder.resolve("data");
            default -> throw new IllegalArgumentException("Paths relative to \"" + specifier
                + "\" need KNIME itself: " + path + ". Choose a path relative to the workflow.");
        };
        Path resolved = base.resolve(path).normalize();
        if (!resolved.startsWith(base)) {
            throw new IllegalArgumentException(path + " leads out of " + base + ". Choose a local path instead.");
        }
        return resolved;
    }

    private static Path fromUrl(String url) {
        try {
            if (url.startsWith(WORKFLOW_URL)) {
                return inWorkflow("knime.workflow", new URI(url).getPath().substring(1));
            }
            if (url.startsWith("file:")) {
                return Path.of(new URI(url));
            }
            throw new IllegalArgumentException("This address needs KNIME itself: " + url
                + ". Choose a local path or a " + WORKFLOW_URL + " address.");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not an address: " + url + " (" + e.getReason() + ")", e);
        }
    }

    private static final class Factory extends FSPathProviderFactory {

        private final HostFileSystem fileSystem;

        Factory(FSLocationSpec spec) {
            fileSystem = new HostFileSystem(spec);
        }

        @Override
        public FSPathProvider create(FSLocation location) {
            return new Provider(new HostPath(fileSystem, resolve(location)));
        }

        @Override
        public void close() {
            // the file system is Java's own and stays open
        }
    }

    private record Provider(HostPath path) implements FSPathProvider {

        @Override
        public FSPath getPath() {
            return path;
        }

        @Override
        public FSConnection getFSConnection() {
            return path::getFileSystem;
        }

        @Override
        public void close() throws IOException {
            // the file system is Java's own and stays open
        }
    }
}
