package org.physioclr.core.read;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The file that stands for a record.
 *
 * @param path where it is
 * @param key what the record is called: its path relative to the chosen folder, with slashes and without ending; with
 *        it where two records of one folder differ in nothing else
 */
record RecordFile(Path path, String key) {

    RecordFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(key, "key");
    }

    /**
     * Names a file.
     *
     * @param root the chosen folder; a file elsewhere is called by its file name
     * @param withEnding whether the ending is part of the name
     */
    static RecordFile of(Path root, Path path, boolean withEnding) {
        Path absolute = path.toAbsolutePath().normalize();
        Path base = root.toAbsolutePath().normalize();
        Path relative = absolute.startsWith(base) ? base.relativize(absolute) : absolute.getFileName();
        String text = relative.toString().replace('\\', '/');
        int dot = text.lastIndexOf('.');
        boolean hasEnding = dot > text.lastIndexOf('/') + 1;
        return new RecordFile(path, hasEnding && !withEnding ? text.substring(0, dot) : text);
    }
}
