package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.lang.Object;
import java.util.Objects;

import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.persistence.Persistable;

/** A file that the user chose; the field's name is part of saved workflows. */
public final class FileSelection implements Persistable {

    private FSLocation path;

    /** No file yet: an empty local path. */
    public FileSelection() {
        this(new FSLocation(FSCategory.LOCAL, ""));
    }

    /**
     * A file.
     *
     * @param location where it lies
     */
    public FileSelection(FSLocation location) {
        path = Objects.requireNonNull(location, "location");
    }

    /** {@return where the file lies} */
    public FSLocation getFSLocation() {
        return path;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileSelection that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
