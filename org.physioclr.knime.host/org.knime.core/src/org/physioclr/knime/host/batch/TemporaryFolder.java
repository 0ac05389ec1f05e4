package org.physioclr.knime.host.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder for what a run needs only while it lasts; closing removes it with all it holds. */
final class TemporaryFolder implements AutoCloseable {

    private final Path path;
    private final PrintStream complaints;

    TemporaryFolder(Path parent, PrintStream complaints) throws IOException {
        this.path = Files.createTempDirectory(Files.createDirectories(parent), "run-");
        this.complaints = complaints;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            complaints.println("Temporary files stay in " + path + ": " + e);
        }
    }
}
