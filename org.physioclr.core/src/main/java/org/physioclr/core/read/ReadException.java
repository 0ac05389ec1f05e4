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

    /** Causes quote the file, which may hold anything. */
    private static final int LONGEST_CAUSE = 300;

    private final transient Path file;

    /**
     * @param file the file at fault
     * @param place where in it, such as {@code line 3}; empty if it is the file as a whole
     * @param cause what is wrong, without a full stop
     * @param remedy what the reader of the message can do; a sentence
     */
    public ReadException(Path file, String place, String cause, String remedy) {
        super(file.getFileName() + (place.isEmpty() ? "" : ", " + place) + ": " + oneLine(cause) + ". " + remedy);
        this.file = file;
    }

    /** The file at fault, which may be another than the one that was asked for: a record's signal file, say. */
    public Path file() {
        return file;
    }

    private static String oneLine(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
        return printable.length() <= LONGEST_CAUSE ? printable : printable.substring(0, LONGEST_CAUSE) + "...";
    }
}
