package org.physioclr.knime.host.file;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Passes what is done with {@link HostPath}s on to Java's default file system. */
final class HostFileSystemProvider extends FileSystemProvider {

    private static final FileSystemProvider JAVA = FileSystems.getDefault().provider();

    private final HostFileSystem fileSystem;

    HostFileSystemProvider(HostFileSystem fileSystem) {
        this.fileSystem = fileSystem;
    }

    @Override
    public String getScheme() {
        return "physioclr";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException("The file systems of this host are found by location");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return fileSystem;
    }

    @Override
    public Path getPath(URI uri) {
        return new HostPath(fileSystem, Path.of(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
        FileAttribute<?>... attributes) throws IOException {
        return JAVA.newByteChannel(HostPath.unwrap(path), options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
        return JAVA.newFileChannel(HostPath.unwrap(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
        throws IOException {
        DirectoryStream<Path> stream = JAVA.newDirectoryStream(HostPath.unwrap(folder),
            path -> filter.accept(new HostPath(fileSystem, path)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return StreamSupport.stream(stream.spliterator(), false)
                    .<Path>map(path -> new HostPath(fileSystem, path)).iterator();
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        JAVA.createDirectory(HostPath.unwrap(folder), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        JAVA.delete(HostPath.unwrap(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        JAVA.copy(HostPath.unwrap(source), HostPath.unwrap(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        JAVA.move(HostPath.unwrap(source), HostPath.unwrap(target), options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return JAVA.isSameFile(HostPath.unwrap(path), HostPath.unwrap(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return JAVA.isHidden(HostPath.unwrap(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return JAVA.getFileStore(HostPath.unwrap(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        JAVA.checkAccess(HostPath.unwrap(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return JAVA.getFileAttributeView(HostPath.unwrap(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
        throws IOException {
        return JAVA.readAttributes(HostPath.unwrap(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
        throws IOException {
        return JAVA.readAttributes(HostPath.unwrap(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        JAVA.setAttribute(HostPath.unwrap(path), attribute, value, options);
    }
}
