package org.knime.core.data.filestore;

import java.io.File;

import org.physioclr.knime.host.table.HostAccess;

/** A file of a node's result, deleted with it. */
public final class FileStore {

    static {
        HostAccess.registerFileStores(FileStore::new, FileStoreCell::attach, FileStoreCell::stores,
            FileStoreCell::flush);
    }

    private final File file;

    FileStore(File file) {
        this.file = file;
    }

    /** {@return the file, which need not exist yet} */
    public File getFile() {
        return file;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
