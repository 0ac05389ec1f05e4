package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.lang.AutoCloseable;

/** Access to a file system. */
public interface FSConnection extends AutoCloseable {

    /** {@return the file system} */
    FSFileSystem<?> getFileSystem();

    @Override
    default void close() throws IOException {
        getFileSystem().close();
    }
}
