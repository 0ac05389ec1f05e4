package org.physioclr.core.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.physioclr.core.run.Progress;

/**
 * The records below a folder, one file a record, in a fixed order: a folder's own records by name, then its subfolders
 * by name. Lists one folder at a time, so memory grows with the largest folder only. Links that lead out of the folder
 * and links to folders are not followed; hidden files and folders are left out.
 */
final class RecordFiles implements Iterator<RecordFile> {

    private final boolean recursive;
    private final Path root;
    private final Path realRoot;
    private final Progress progress;
    private final Deque<Iterator<Path>> folders = new ArrayDeque<>();
    private Iterator<RecordFile> records = Collections.emptyIterator();

    /**
     * @param root a folder
     * @param recursive whether subfolders are walked too
     * @param progress asked whether to go on
     */
    RecordFiles(Path root, boolean recursive, Progress progress) throws IOException {
        this.recursive = recursive;
        this.root = root;
        this.realRoot = root.toRealPath();
        this.progress = progress;
        folders.push(List.of(root).iterator());
    }

    /** Throws {@link UncheckedIOException} if a folder can't be listed. */
    @Override
    public boolean hasNext() {
        while (!records.hasNext() && !folders.isEmpty()) {
            if (folders.peek().hasNext()) {
                enter(folders.peek().next());
            } else {
                folders.pop();
            }
        }
        return records.hasNext();
    }

    @Override
    public RecordFile next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return records.next();
    }

    private void enter(Path folder) {
        List<Path> files = new ArrayList<>();
        List<Path> subfolders = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path path : stream) {
                progress.checkCancelled();
                if (path.getFileName().toString().startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    subfolders.add(path);
                } else if (isInside(path)) {
                    files.add(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Folder " + folder + " can't be listed. Check that it may be read.", e);
        }
        Collections.sort(files);
        Collections.sort(subfolders);
        records = new FolderRecords(root, files, progress).iterator();
        if (recursive) {
            folders.push(subfolders.iterator());
        }
    }

    private boolean isInside(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return Files.isRegularFile(path) && path.toRealPath().startsWith(realRoot);
        }
        return Files.isRegularFile(path);
    }
}
