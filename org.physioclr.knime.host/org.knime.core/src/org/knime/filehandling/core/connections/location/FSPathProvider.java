package org.knime.filehandling.core.connections.location;

import java.io.IOException;
import java.lang.AutoCloseable;

import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSPath;

/** A path and the file system that keeps it usable; closed together. */
public interface FSPathProvider extends AutoCloseable {

    /** {@return the path} */
    FSPath getPath();

    /** {@return the access to its file system} */
    FSConnection getFSConnection();

    @Override
    void close() throws IOException;
}
