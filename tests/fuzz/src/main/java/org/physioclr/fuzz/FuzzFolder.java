package org.physioclr.fuzz;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.physioclr.core.read.EcgConversion;
import org.physioclr.core.read.LeadChoice;
import org.physioclr.core.read.ReadException;
import org.physioclr.core.read.RecordReader;
import org.physioclr.core.read.Recording;
import org.physioclr.core.read.TextOptions;

/** A folder for the file that a fuzzer makes up, and the checks that hold for every file. */
final class FuzzFolder {

    private static final Path FOLDER = create();
    private static final TextOptions TEXT = new TextOptions(OptionalDouble.of(500), TextOptions.Unit.BY_SIZE,
        TextOptions.FirstRow.AUTOMATIC, TextOptions.FirstColumn.AUTOMATIC);

    private FuzzFolder() {
    }

    private static Path create() {
        try {
            return Files.createTempDirectory("physioclr-fuzz");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs the seeds in the folder that the system property {@code physioclr.seeds} names: the first input would
     * otherwise pay for the loading of classes, which can take longer than an input may.
     */
    static void warmUp(Consumer<byte[]> target) {
        try (DirectoryStream<Path> seeds = Files.newDirectoryStream(Path.of(System.getProperty("physioclr.seeds")))) {
            for (Path seed : seeds) {
                target.accept(Files.readAllBytes(seed));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(String name, byte[] content) {
        try {
            return Files.write(FOLDER.resolve(name), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a file: it is an ECG, or it is refused in one line; anything else that is thrown is a finding. */
    static void read(Path file) {
        Recording recording;
        try {
            recording = RecordReader.readAny(file, TEXT);
        } catch (ReadException e) {
            if (e.getMessage().contains("\n") || e.getMessage().length() > 1000) {
                throw new AssertionError("not one line: " + e.getMessage());
            }
            return;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try {
            EcgConversion.convert(recording, "r", LeadChoice.ALL, new ArrayList<>());
        } catch (IllegalArgumentException e) {
            // No ECG, with a message for a person.
            return;
        }
    }
}
