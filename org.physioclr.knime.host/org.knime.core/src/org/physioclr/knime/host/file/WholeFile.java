package org.physioclr.knime.host.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file under another name first, so that no half of it ever bears its name. */
public final class WholeFile {

    private WholeFile() {
    }

    /** Writes the content. */
    @FunctionalInterface
    public interface Writing {

        /**
         * Writes.
         *
         * @param output takes the content; may be closed
         * @throws IOException if it can't be written
         */
        void to(OutputStream output) throws IOException;
    }

    /**
     * Writes or overwrites a file; its folder is made when needed.
     *
     * @param file the file
     * @param writing writes the content
     * @throws IOException if it can't be written; what was there before stays then
     */
    public static void write(Path file, Writing writing) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(part))) {
                writing.to(output);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
