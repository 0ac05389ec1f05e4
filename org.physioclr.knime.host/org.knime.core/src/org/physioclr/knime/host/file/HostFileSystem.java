package org.physioclr.knime.host.file;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.io.IOException;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.knime.filehandling.core.connections.FSFileSystem;
import org.knime.filehandling.core.connections.FSLocationSpec;

/** Java's default file system in the clothes of KNIME's. */
final class HostFileSystem extends FSFileSystem<HostPath> {

    private static final FileSystem JAVA = FileSystems.getDefault();

    private final FileSystemProvider provider = new HostFileSystemProvider(this);

    HostFileSystem(FSLocationSpec spec) {
        super(spec, Path.of("").toAbsolutePath().toString());
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public HostPath getPath(String first, String... more) {
        return new HostPath(this, JAVA.getPath(first, more));
    }

    @Override
    public boolean isReadOnly() {
        return JAVA.isReadOnly();
    }

    @Override
    public String getSeparator() {
        return JAVA.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return StreamSupport.stream(JAVA.getRootDirectories().spliterator(), false)
            .<Path>map(root -> new HostPath(this, root)).toList();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return JAVA.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return JAVA.supportedFileAttributeViews();
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = JAVA.getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(HostPath.unwrap(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return JAVA.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return JAVA.newWatchService();
    }

    @Override
    protected void ensureClosedInternal() {
        // Java's default file system is never closed
    }
}
