package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.List;

import org.knime.core.data.filestore.internal.FileStoreProxy.FlushCallback;
import org.knime.core.node.port.PortObject;

/** A port object that keeps its content in files. */
public abstract class FileStorePortObject implements PortObject, FlushCallback {

    private final List<FileStore> fileStores;

    /** An object that is being read; its files are attached afterwards. */
    protected FileStorePortObject() {
        this(List.of());
    }

    /**
     * A new object.
     *
     * @param fileStores its files
     */
    protected FileStorePortObject(List<FileStore> fileStores) {
        this.fileStores = List.copyOf(fileStores);
    }

    /**
     * {@return a file}
     *
     * @param index from 0
     */
    protected FileStore getFileStore(int index) {
        return fileStores.get(index);
    }

    /** {@return the number of files} */
    protected int getFileStoreCount() {
        return fileStores.size();
    }

    /**
     * Called when the files have been attached.
     *
     * @throws IOException if they can't be used
     */
    protected void postConstruct() throws IOException {
        // nothing to do unless a subclass says so
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return getSummary();
    }
}
