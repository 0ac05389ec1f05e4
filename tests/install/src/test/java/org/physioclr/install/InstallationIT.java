package org.physioclr.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product with the feature installed into it from the update site, as a user has it. */
class InstallationIT {

    private final Path installation = Path.of(System.getProperty("installation"));

    @TempDir
    Path temporary;

    @Test
    void theSiteHoldsTheFeatureTheNodesAndTheNativeLibrariesAndNothingOfTheHost() throws IOException {
        Path site = Path.of(System.getProperty("site"));
        assertEquals(Set.of("org.physioclr.knime.feature"), symbolicNames(site.resolve("features")));
        assertEquals(Set.of("org.physioclr.knime.nodes", "org.physioclr.knime.natives.linux.x86_64"),
            symbolicNames(site.resolve("plugins")));
    }

    @Test
    void theNodesAndTheNativeLibrariesAreUnpacked() throws IOException {
        try (Stream<Path> plugins = Files.list(installation.resolve("plugins"))) {
            List<Path> ours = plugins.filter(path -> path.getFileName().toString().startsWith("org.physioclr"))
                .toList();
            assertEquals(2, ours.size(), ours.toString());
            assertTrue(ours.stream().allMatch(Files::isDirectory), ours.toString());
        }
    }

    @Test
    void theInstalledNodesRunHeadless() throws Exception {
        Path workflow = Path.of(InstallationIT.class.getResource("/smoke").toURI());
        Path results = temporary.resolve("results");
        Path log = temporary.resolve("log");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
            launcher().toString(), "-nosplash", "-consoleLog", "-data", temporary.resolve("workspace").toString(),
            "-application", "org.knime.product.KNIME_BATCH_APPLICATION", "-workflowDir=" + workflow, "-reset",
            "-nosave", "-failonloaderror", "-results=" + results)
            .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "still running after two minutes");
        assertEquals(0, process.exitValue(), Files.readString(log));
        try (Stream<Path> tables = Files.list(results)) {
            assertTrue(tables.anyMatch(table -> table.toString().endsWith(".csv")), Files.readString(log));
        }
    }

    private Path launcher() throws IOException {
        try (Stream<Path> plugins = Files.list(installation.resolve("plugins"))) {
            return plugins.filter(path -> path.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                .findFirst().orElseThrow();
        }
    }

    private static Set<String> symbolicNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("_\\d+\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
