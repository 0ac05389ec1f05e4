package org.physioclr.knime.host.table;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.filestore.FileStore;

/** The files that a node makes while it runs. */
public final class FileStores {

    private final Path folder;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /**
     * The files in a folder.
     *
     * @param folder made when the first file is
     */
    public FileStores(Path folder) {
        this.folder = folder;
    }

    /**
     * {@return a new file, which does not exist yet}
     *
     * @param name unique in this execution
     * @throws IOException if the name is taken or not that of a file
     */
    public FileStore create(String name) throws IOException {
        if (!name.matches("[\\w.-]{1,200}") || name.startsWith(".")) {
            throw new IOException("\"" + name + "\" can't name a file store");
        }
        if (!names.add(name)) {
            throw new IOException("There is already a file store \"" + name + "\" in this execution");
        }
        Files.createDirectories(folder);
        return of(folder.resolve(name).toFile());
    }

    /** {@return the store of a file that exists} */
    static FileStore of(File file) {
        return HostAccess.fileStore(file);
    }
}
