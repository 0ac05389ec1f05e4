package org.knime.filehandling.core.connections.location;

import java.io.IOException;
import java.lang.AutoCloseable;
import java.util.Optional;

import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSLocationSpec;
import org.physioclr.knime.host.file.HostPathProviders;

/** Turns locations of one file system into paths. */
public abstract class FSPathProviderFactory implements AutoCloseable {

    /** For subclasses. */
    public FSPathProviderFactory() {
        // the file system is kept by the subclasses
    }

    /**
     * {@return a path}
     *
     * @param location a location of this file system
     */
    public abstract FSPathProvider create(FSLocation location);

    @Override
    public abstract void close() throws IOException;

    /**
     * {@return the factory for a file system}
     *
     * @param portObjectConnection the file system that a port gives, empty for all others
     * @param spec names the file system
     * @throws IllegalArgumentException if this host has no such file system, with the reason
     */
    public static FSPathProviderFactory newFactory(Optional<FSConnection> portObjectConnection,
        FSLocationSpec spec) {
        return HostPathProviders.of(portObjectConnection, spec);
    }
}
