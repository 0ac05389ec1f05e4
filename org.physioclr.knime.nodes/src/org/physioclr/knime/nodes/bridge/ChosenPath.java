package org.physioclr.knime.nodes.bridge;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.location.FSPathProvider;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;

/**
 * The file or folder that a user chose, open as long as it is in use: a path of KNIME's file systems is valid only
 * while its connection is. A plain local path is one of Java's own file system, so that it can be mapped into memory.
 */
public final class ChosenPath implements Closeable {

    private static final String LOCAL = "LOCAL";

    private final Path path;
    private final FSPathProviderFactory factory;
    private final FSPathProvider provider;

    private ChosenPath(Path path, FSPathProviderFactory factory, FSPathProvider provider) {
        this.path = path;
        this.factory = factory;
        this.provider = provider;
    }

    static ChosenPath open(FileSelection selection) {
        Optional<Path> local = local(selection);
        if (local.isPresent()) {
            return new ChosenPath(local.get(), null, null);
        }
        FSLocation location = selection.getFSLocation();
        FSPathProviderFactory factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
        FSPathProvider provider = factory.create(location);
        return new ChosenPath(provider.getPath(), factory, provider);
    }

    /** The path, if it is one of the local file system. */
    static Optional<Path> local(FileSelection selection) {
        FSLocation location = selection.getFSLocation();
        return location.getFileSystemCategory().equals(LOCAL)
            ? Optional.of(Path.of(location.getPath()).toAbsolutePath().normalize()) : Optional.empty();
    }

    /** Whether the user has chosen nothing. */
    static boolean isEmpty(FileSelection selection) {
        return selection == null || selection.getFSLocation() == null || selection.getFSLocation().getPath().isBlank();
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (FSPathProviderFactory toClose = factory; FSPathProvider first = provider) {
            // closes the provider, then its factory; either is null for a local path
        }
    }
}
