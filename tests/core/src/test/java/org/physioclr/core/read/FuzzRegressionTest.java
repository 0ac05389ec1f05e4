package org.physioclr.core.read;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fuzzing (tests/fuzz) has found, made small: every file is read or refused in one line, at once. */
class FuzzRegressionTest {

    private static final TextOptions TEXT = new TextOptions(OptionalDouble.of(500), TextOptions.Unit.BY_SIZE,
        TextOptions.FirstRow.AUTOMATIC, TextOptions.FirstColumn.AUTOMATIC);

    @TempDir
    private Path folder;

    @Test
    void everyFindingIsReadOrRefused() throws IOException {
        List<String> names = list();
        assertFalse(names.isEmpty());
        for (String name : names) {
            Path file = folder.resolve(name);
            try (InputStream stream = FuzzRegressionTest.class.getResourceAsStream("fuzz/" + name)) {
                Files.copy(stream, file);
            }
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(file), name);
        }
    }

    private static List<String> list() throws IOException {
        try (InputStream stream = FuzzRegressionTest.class.getResourceAsStream("fuzz/files.txt")) {
            return new String(stream.readAllBytes()).lines().toList();
        }
    }

    private static void read(Path file) throws IOException {
        try {
            Recording recording = RecordReader.readAny(file, TEXT);
            EcgConversion.convert(recording, "r", LeadChoice.ALL, new ArrayList<>());
        } catch (ReadException | IllegalArgumentException e) {
            assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
        }
    }
}
