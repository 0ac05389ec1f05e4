package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workflows in zip files: those that are taken, and those that would do harm. */
class WorkflowArchiveTest {

    @TempDir
    Path folder;

    private Batch run(Object... options) {
        return Batch.run(folder.resolve("workspace"), options);
    }

    private Path workflow() throws Exception {
        return new WorkflowFolder(folder.resolve("numbers")).node(1, "NumbersFactory", "count", 2).write();
    }

    /** A zip file with the workflow below a prefix and any further entries. */
    private Path zip(String prefix, String... more) throws Exception {
        Path zip = folder.resolve("numbers.zip");
        Path workflow = workflow();
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream output = new ZipOutputStream(file);
            Stream<Path> files = Files.walk(workflow)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                output.putNextEntry(new ZipEntry(prefix + workflow.relativize(path)));
                Files.copy(path, output);
            }
            for (String name : more) {
                output.putNextEntry(new ZipEntry(name));
            }
        }
        return zip;
    }

    private static List<String> names(Path zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            file.stream().forEach(entry -> names.add(entry.getName()));
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "numbers/"})
    void aWorkflowInTheRootOrInAFolderRuns(String prefix) throws Exception {
        Batch batch = run("-workflowFile=" + zip(prefix), "-nosave", "-results=" + folder.resolve("results"));
        assertEquals(0, batch.status(), batch.err());
        assertEquals(3, Files.readAllLines(folder.resolve("results/1-Numbers.csv")).size());
    }

    @Test
    void aWorkflowIsSavedToWhereItCameFromOrToAnotherZipFile() throws Exception {
        Path zip = zip("numbers/");
        Path copy = folder.resolve("copies/copy.zip");
        byte[] before = Files.readAllBytes(zip);
        assertEquals(0, run("-workflowFile=" + zip, "-option=1,count,4,int", "-destFile=" + copy).status());
        assertEquals(List.of("numbers/NumbersFactory (#1)/settings.xml", "numbers/workflow.knime"), names(copy));
        assertArrayEquals(before, Files.readAllBytes(zip));
        assertEquals(0, run("-workflowFile=" + copy, "-option=1,group/step,2.0,double").status());
        assertEquals(0, run("-workflowFile=" + copy, "-nosave", "-results=" + folder.resolve("results")).status());
        assertEquals("Row3,6.0", Files.readAllLines(folder.resolve("results/1-Numbers.csv")).get(4));
    }

    @Test
    void aFolderIsSavedAsAZipFileAndBack() throws Exception {
        Path zip = folder.resolve("saved.zip");
        assertEquals(0, run("-workflowDir=" + workflow(), "-option=1,count,4,int", "-destFile=" + zip).status());
        assertEquals(0, run("-workflowFile=" + zip, "-noexecute", "-destDir=" + folder.resolve("back")).status());
        assertTrue(Files.readString(folder.resolve("back/NumbersFactory (#1)/settings.xml"))
            .contains("<entry key=\"count\" type=\"xint\" value=\"4\"/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "numbers/../../evil", "/evil", "..\\evil", "a/../../evil/"})
    void aPathThatLeadsOutIsRefused(String name) throws Exception {
        Batch batch = run("-workflowFile=" + zip("numbers/", name));
        assertEquals(3, batch.status());
        assertTrue(batch.err().contains("\"" + name + "\" could lead out of the archive"), batch.err());
        try (Stream<Path> files = Files.walk(folder)) {
            assertFalse(files.anyMatch(file -> file.getFileName().toString().contains("evil")));
        }
    }

    @Test
    void aSmallFileThatWouldFillTheDiskIsRefused() throws Exception {
        Path zip = folder.resolve("bomb.zip");
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream output = new ZipOutputStream(file)) {
            output.putNextEntry(new ZipEntry("zeros"));
            for (int i = 0; i < 80; i++) {
                output.write(new byte[1 << 20]);
            }
        }
        Batch batch = run("-workflowFile=" + zip);
        assertEquals(3, batch.status());
        assertTrue(batch.err().contains("unpacks to more than 64 MB"), batch.err());
        try (Stream<Path> left = Files.list(folder.resolve("workspace"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void tooManyEntriesAreRefused() throws Exception {
        Path zip = folder.resolve("many.zip");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(zip));
            ZipOutputStream output = new ZipOutputStream(file)) {
            for (int i = 0; i < 100_001; i++) {
                output.putNextEntry(new ZipEntry("a/" + i + "/"));
            }
        }
        assertTrue(run("-workflowFile=" + zip).err().contains("more than 100000 entries"));
    }

    @Test
    void aZipFileWithoutOneWorkflowIsRefused() throws Exception {
        Path zip = zip("a/b/");
        assertTrue(run("-workflowFile=" + zip).err().contains("has none"));
        zip = zip("a/", "b/workflow.knime");
        assertTrue(run("-workflowFile=" + zip).err().contains("several: [a, b]"));
        Files.writeString(zip, "no zip file at all");
        assertEquals(3, run("-workflowFile=" + zip).status());
        Batch batch = run("-workflowFile=" + folder.resolve("none.zip"));
        assertEquals(3, batch.status());
        assertTrue(batch.err().contains("There is no " + folder.resolve("none.zip")), batch.err());
    }
}
