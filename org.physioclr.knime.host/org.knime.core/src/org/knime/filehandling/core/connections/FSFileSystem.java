package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.nio.file.FileSystem;

/**
 * A file system that nodes reach through locations.
 *
 * @param <T> its paths
 */
public abstract class FSFileSystem<T extends FSPath> extends FileSystem {

    private final FSLocationSpec spec;
    private final String workingDirectory;
    private volatile boolean open = true;

    /**
     * A file system.
     *
     * @param spec its name
     * @param workingDirectory the folder that relative paths start from
     */
    public FSFileSystem(FSLocationSpec spec, String workingDirectory) {
        this.spec = spec;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public abstract T getPath(String first, String... more);

    /** {@return the folder that relative paths start from} */
    public T getWorkingDirectory() {
        return getPath(workingDirectory);
    }

    /** {@return the file system's name} */
    public final FSLocationSpec getFSLocationSpec() {
        return spec;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public final void close() throws IOException {
        open = false;
        ensureClosedInternal();
    }

    /**
     * Frees what the file system holds.
     *
     * @throws IOException if that fails
     */
    protected abstract void ensureClosedInternal() throws IOException;
}
