package org.knime.filehandling.core.connections;

import java.nio.file.Path;

/** A path in a file system that nodes reach through locations. */
public abstract class FSPath implements Path {

    /** For subclasses. */
    public FSPath() {
        // the path is kept by the subclasses
    }

    @Override
    public abstract FSFileSystem<? extends FSPath> getFileSystem();

    /** {@return the location that leads to this path again} */
    public FSLocation toFSLocation() {
        FSLocationSpec spec = getFileSystem().getFSLocationSpec();
        return new FSLocation(spec.getFileSystemCategory(), spec.getFileSystemSpecifier().orElse(null), toString());
    }
}
