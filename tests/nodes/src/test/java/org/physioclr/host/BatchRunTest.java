package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physioclr.knime.host.batch.BatchRun;

/** How runs end: exit codes, results, and what stays on disk. */
class BatchRunTest {

    @TempDir
    Path folder;

    private Path workspace() {
        return folder.resolve("workspace");
    }

    private Path results() {
        return folder.resolve("results");
    }

    private Batch run(Path workflow, Object... options) {
        return Batch.run(workspace(), Stream.concat(Stream.of("-workflowDir=" + workflow, "-results=" + results()),
            Stream.of(options)).toArray());
    }

    private WorkflowFolder workflow() {
        return new WorkflowFolder(folder.resolve("workflow"));
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    /** Whatever happens, nothing temporary stays. */
    @AfterEach
    void theWorkspaceIsEmptyAfterwards() throws IOException {
        try (Stream<Path> left = Files.exists(workspace()) ? Files.list(workspace()) : Stream.empty()) {
            assertEquals(List.of(), left.filter(path -> !path.endsWith(".cancel")).toList());
        }
    }

    @Test
    void unconnectedTablesAndViewsAreWritten() throws Exception {
        Path workflow = workflow().node(1, "NumbersFactory", "count", 1).node(2, "JoinFactory").connect(1, 1, 2, 1)
            .write();
        Batch batch = run(workflow);
        assertEquals(0, batch.status(), batch.err());
        assertEquals(List.of("1.html", "2-Joined.csv"), files(results()));
        assertEquals("Row ID,Number\r\n0 Row0,0.0\r\n", Files.readString(results().resolve("2-Joined.csv")));
        assertTrue(batch.out().contains("Join (#2), Joined: 1 rows in "), batch.out());
    }

    @Test
    void whatIsExecutedAlreadyIsLeftAloneUnlessReset() throws Exception {
        Path workflow = workflow().node(1, "NumbersFactory").write();
        Path settings = workflow.resolve("NumbersFactory (#1)/settings.xml");
        WorkflowFolder.edit(settings, "CONFIGURED", "EXECUTED");
        String before = Files.readString(settings);
        Batch batch = run(workflow);
        assertEquals(0, batch.status());
        assertEquals(1, batch.err().lines().count(), batch.err());
        assertTrue(batch.err().contains("-reset"));
        assertEquals(before, Files.readString(settings));
        assertEquals(List.of(), files(results()));
        assertEquals(0, run(workflow, "-reset", "-nosave").status());
        assertEquals(List.of("1-Numbers.csv", "1.html"), files(results()));
        assertEquals(before, Files.readString(settings));
    }

    @Test
    void aWorkflowThatIsExecutedInPartNeedsAReset() throws Exception {
        Path workflow = workflow().node(1, "NumbersFactory").node(2, "NumbersFactory").write();
        WorkflowFolder.edit(workflow.resolve("NumbersFactory (#1)/settings.xml"), "CONFIGURED", "EXECUTED");
        Batch batch = run(workflow);
        assertEquals(3, batch.status());
        assertTrue(batch.err().contains("Numbers (#1)") && batch.err().contains("-reset"), batch.err());
    }

    @Test
    void noexecuteOnlyLoadsAndSaves() throws Exception {
        Path workflow = workflow().node(1, "NumbersFactory").write();
        assertEquals(0, run(workflow, "-noexecute", "-option=1,count,8,int", "-destDir=" + folder.resolve("copy"))
            .status());
        assertTrue(Files.readString(folder.resolve("copy/NumbersFactory (#1)/settings.xml"))
            .contains("<entry key=\"count\" type=\"xint\" value=\"8\"/>"));
        assertFalse(Files.readString(workflow.resolve("NumbersFactory (#1)/settings.xml")).contains("count"));
        assertEquals(List.of(), files(results()));
    }

    @Test
    void aFailingNodeStopsOnlyWhatDependsOnIt() throws Exception {
        Path workflow = workflow().node(1, "NumbersFactory", "ending", "FAIL").node(2, "JoinFactory")
            .node(3, "NumbersFactory").node(4, "NumbersFactory").connect(1, 1, 2, 1).connect(2, 0, 4, 0).write();
        Files.createDirectories(results());
        Files.writeString(results().resolve("2-Joined.csv"), "of an earlier run");
        Files.writeString(results().resolve("2-Other.csv"), "not ours");
        Batch batch = run(workflow, "-nosave");
        assertEquals(4, batch.status());
        assertTrue(batch.err().contains("ERROR Numbers (#1): Failed on demand"), batch.err());
        assertTrue(batch.err().contains("Join (#2) was not executed."), batch.err());
        assertTrue(batch.err().contains("Numbers (#4) was not executed."), batch.err());
        assertEquals(List.of("2-Other.csv", "3-Numbers.csv", "3.html"), files(results()));
    }

    @Test
    void whatIsKnownToFailFailsBeforeAnythingIsExecuted() throws Exception {
        Path refusing = workflow().node(1, "NumbersFactory").node(2, "NumbersFactory", "ending", "REFUSE").write();
        Batch batch = run(refusing, "-nosave");
        assertEquals(4, batch.status());
        assertTrue(batch.err().contains("ERROR Numbers (#2): Refused on demand"), batch.err());
        assertEquals(List.of(), files(results()));
    }

    @Test
    void anInputThatNothingIsConnectedWithFails() throws Exception {
        Batch batch = run(workflow().node(1, "NumbersFactory").node(2, "JoinFactory").write(), "-nosave");
        assertEquals(4, batch.status());
        assertTrue(batch.err().contains("ERROR Join (#2): Nothing is connected with the input \"First\""), batch.err());
    }

    @Test
    void aNodeThatBreaksDownDoesNotBreakTheRun() throws Exception {
        Batch batch = run(workflow().node(1, "NumbersFactory", "ending", "BREAK").write(), "-nosave");
        assertEquals(4, batch.status());
        assertTrue(batch.err().contains("ERROR Numbers (#1): Execute failed: Broken on demand"), batch.err());
    }

    @Test
    void warningsAreShown() throws Exception {
        Batch batch = run(workflow().node(1, "NumbersFactory", "ending", "WARN").write(), "-nosave");
        assertEquals(0, batch.status());
        assertTrue(batch.err().contains("WARN  Numbers (#1): Only a few\nWARN  Numbers (#1): Only 3\n"), batch.err());
    }

    @Test
    void aFileInTheWorkspaceCancels() throws Exception {
        Files.createDirectories(workspace());
        Files.createFile(workspace().resolve(".cancel"));
        Batch batch = run(workflow().node(1, "NumbersFactory").write());
        assertEquals(4, batch.status());
        assertTrue(batch.err().contains("cancelled by the file " + workspace().resolve(".cancel")), batch.err());
        assertEquals(List.of(), files(results()));
    }

    @Test
    void stoppingTheApplicationCancels() throws Exception {
        Path workflow = workflow().node(1, "NumbersFactory", "count", 1_000_000_000).write();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        BatchRun run = new BatchRun(workspace(), System.out, new PrintStream(err, true));
        int[] status = {-1};
        Thread thread = new Thread(() -> status[0] = run.run("-workflowDir=" + workflow, "-results=" + results()));
        thread.start();
        while (files(workspace()).isEmpty()) {
            Thread.sleep(10);
        }
        run.cancel();
        thread.join();
        assertEquals(4, status[0]);
        assertTrue(err.toString().contains("The run was cancelled."), err.toString());
        assertEquals(List.of(), files(results()));
    }
}
