package org.physioclr.core.read;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/**
 * A file that can't be read as an ECG. The message is one line for a person: file, place, cause, remedy.
 */
public final class ReadException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Path file;

    /**
     * @param file the file at fault
     * @param place where in it, such as {@code line 3}; empty if it is the file as a whole
     * @param cause what is wrong, without a full stop
     * @param remedy what the reader of the message can do; a sentence
     */
    public ReadException(Path file, String place, String cause, String remedy) {
        super(file.getFileName() + (place.isEmpty() ? "" : ", " + place) + ": " + cause + ". " + remedy);
        this.file = file;
    }

    /** The file at fault, which may be another than the one that was asked for: a record's signal file, say. */
    public Path file() {
        return file;
    }
}
