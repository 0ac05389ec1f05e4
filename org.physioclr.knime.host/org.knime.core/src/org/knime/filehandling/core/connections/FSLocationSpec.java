package org.knime.filehandling.core.connections;

import java.util.Optional;

/** Names a file system. */
public interface FSLocationSpec {

    /** {@return the name of an {@link FSCategory}} */
    String getFileSystemCategory();

    /** {@return what tells file systems of one category apart, empty if nothing does} */
    Optional<String> getFileSystemSpecifier();

    /** {@return the category} */
    default FSCategory getFSCategory() {
        return FSCategory.valueOf(getFileSystemCategory());
    }

    @Override
    String toString();
}
