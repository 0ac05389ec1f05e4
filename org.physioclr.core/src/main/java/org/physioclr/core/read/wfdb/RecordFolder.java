package org.physioclr.core.read.wfdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.physioclr.core.read.ReadException;

/** The folder of a header, which none of the files that the header names may leave. */
final class RecordFolder {

    private final Path header;
    private final Path folder;

    RecordFolder(Path header) throws IOException {
        this.header = header;
        Path parent = header.toAbsolutePath().getParent();
        this.folder = parent.toRealPath();
    }

    /**
     * The file of a name in a header.
     *
     * @throws ReadException if it is absent or lies outside of the record's folder, be it through a link
     */
    Path file(String name) throws IOException {
        Path file;
        try {
            file = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw outside(name);
        }
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw outside(name);
        }
        if (file.getParent().equals(folder) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return file; // The usual case, which needs no look at where links lead.
        }
        if (!Files.isRegularFile(file)) {
            throw new ReadException(header, "", "its file " + name + " is missing",
                "Put that file beside the header or download the record again.");
        }
        if (!file.toRealPath().startsWith(folder)) {
            throw outside(name);
        }
        return file;
    }

    private ReadException outside(String name) {
        return new ReadException(header, "", "it names the file " + name + ", which is outside of the record's folder",
            "Put all files of the record into one folder and correct the header.");
    }
}
