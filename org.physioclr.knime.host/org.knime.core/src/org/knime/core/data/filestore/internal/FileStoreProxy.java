package org.knime.core.data.filestore.internal;

/** Names what is told when files have to be written. */
public final class FileStoreProxy {

    private FileStoreProxy() {
    }

    /** Something that keeps its content in a file. */
    public interface FlushCallback {
    }
}
