package org.physioclr.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The real ECGs that tests read and that are never part of the repository. They lie in the folder that the environment
 * variable {@code PHYSIOCLR_TEST_DATA} names, else in {@code ../shared/data} beside the checkout.
 */
public final class TestData {

    private static final String VARIABLE = "PHYSIOCLR_TEST_DATA";

    private TestData() {
    }

    /**
     * A file or folder of the test data. A test that asks for one is skipped, saying so, where there is no test data at
     * all; it fails where there is some but not this.
     *
     * @param relative the path below the data folder, with slashes
     */
    public static Path path(String relative) {
        Path folder = folder();
        assumeTrue(Files.isDirectory(folder), () -> "No test data in " + folder + " (" + VARIABLE
            + " names another folder)");
        Path path = folder.resolve(relative);
        assertTrue(Files.exists(path), () -> "The test data lacks " + relative);
        return path;
    }

    /**
     * A file or folder of what KNIME itself has written: workflows and settings, in {@code ../shared/knime} beside the
     * checkout. A test that asks for one is skipped, saying so, where that folder is not; it fails where it lacks this.
     *
     * @param relative the path below that folder, with slashes
     */
    public static Path knime(String relative) {
        Path folder = checkout().resolveSibling("shared").resolve("knime");
        assumeTrue(Files.isDirectory(folder), () -> "No samples of KNIME in " + folder);
        Path path = folder.resolve(relative);
        assertTrue(Files.exists(path), () -> "The samples of KNIME lack " + relative);
        return path;
    }

    private static Path folder() {
        String named = System.getenv(VARIABLE);
        return named != null && !named.isBlank() ? Path.of(named) : checkout().resolveSibling("shared").resolve("data");
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("run-workflow"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
