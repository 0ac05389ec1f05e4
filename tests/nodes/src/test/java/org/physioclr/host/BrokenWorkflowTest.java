package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A workflow that can't be loaded as it was meant ends with 3 and the file and key, and nothing is executed. */
class BrokenWorkflowTest {

    @TempDir
    Path folder;
    private Path workflow;

    @BeforeEach
    void aWorkflow() throws Exception {
        workflow = new WorkflowFolder(folder.resolve("workflow")).node(1, "NumbersFactory", "count", 3)
            .node(2, "JoinFactory").connect(1, 1, 2, 1).write();
    }

    private String refused(String... options) throws Exception {
        Batch batch = Batch.run(folder.resolve("workspace"),
            Stream.concat(Stream.of("-workflowDir=" + workflow, "-reset",
            "-results=" + folder.resolve("results")), Stream.of(options)).toArray());
        assertEquals(3, batch.status(), batch.err());
        assertFalse(Files.exists(folder.resolve("results")));
        return batch.err();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "state", "workflow_credentials", "id", "node_settings_file", "node_is_meta",
        "node_type", "sourceID", "sourcePort", "destID", "destPort"})
    void aKeyThatKnimeNeedsIsNamedWithItsFile(String key) throws Exception {
        WorkflowFolder.edit(workflow.resolve("workflow.knime"), "key=\"" + key + "\"", "key=\"x\"");
        String message = refused();
        assertTrue(message.contains(workflow.resolve("workflow.knime") + ": "), message);
        assertTrue(message.contains("\"" + key + "\""), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"factory", "node-name", "node-bundle-name", "node-bundle-symbolic-name",
        "node-bundle-vendor"})
    void aKeyThatKnimeSkipsANodeWithoutIsNamedWithItsFile(String key) throws Exception {
        Path file = workflow.resolve("NumbersFactory (#1)/settings.xml");
        WorkflowFolder.edit(file, "key=\"" + key + "\"", "key=\"x\"");
        assertTrue(refused().contains(file + ": String for key \"" + key + "\" not found."));
    }

    @ParameterizedTest
    @CsvSource({"key=\"count\" type=\"xint\", key=\"count\" type=\"xlong\", model: Int for key \"count\" not found.",
        "key=\"group\", key=\"grouq\", model: Config for key \"group\" not found.",
        "key=\"step\", key=\"stepp\", model: group: Double for key \"step\" not found.",
        "key=\"location_present\", key=\"x\", model: file: Boolean for key \"location_present\" not found.",
        "value=\"SUCCEED\", value=\"SUCEED\", model: \"ending\" can't be \"SUCEED\"."})
    void aSettingThatIsMissingOrOfAnotherTypeIsNotReplacedByADefault(String old, String broken, String expected)
        throws Exception {
        Path file = workflow.resolve("NumbersFactory (#1)/settings.xml");
        WorkflowFolder.edit(file, old, broken);
        String message = refused();
        assertTrue(message.contains(file + ": " + expected), message);
    }

    @ParameterizedTest
    @CsvSource({"5.1.0, 5.2.0, a future one", "5.1.0, 6.0.0, a future one", "5.1.0, 5.1, not three numbers",
        "5.1.0, 99999.0.0, not three numbers"})
    void aFutureOrUnreadableVersionIsRefused(String version, String other, String expected) throws Exception {
        WorkflowFolder.edit(workflow.resolve("workflow.knime"), version, other);
        assertTrue(refused().contains(expected));
    }

    @ParameterizedTest
    @CsvSource({"<config key=\"connection_0\">, <confix key=\"connection_0\">, line ",
        "type=\"xint\" value=\"1\", type=\"xint\" value=\"one\", isn't of its type xint",
        "type=\"xint\" value=\"1\", type=\"xinteger\" value=\"1\", isn't of its type xinteger",
        "key=\"version\" type, ky=\"version\" type, the attribute key is missing",
        "value=\"NativeNode\", value=\"SubNode\", is a metanode or component",
        "value=\"NumbersFactory (#1)/settings.xml\", value=\"../../settings.xml\", leads out of the workflow",
        "value=\"NumbersFactory (#1)/settings.xml\", value=\"none/settings.xml\", There is no "})
    void aFileThatIsDamagedIsNamed(String old, String broken, String expected) throws Exception {
        WorkflowFolder.edit(workflow.resolve("workflow.knime"), old, broken);
        String message = refused();
        assertTrue(message.contains(workflow.toString()) && message.contains(expected), message);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2, 1", "1, 1, 2, 2", "3, 1, 2, 1", "1, 1, 3, 1", "1, -1, 2, 1"})
    void aConnectionToNowhereIsRefused(int source, int sourcePort, int target, int targetPort) throws Exception {
        new WorkflowFolder(workflow).node(1, "NumbersFactory").node(2, "JoinFactory")
            .connect(source, sourcePort, target, targetPort).write();
        assertTrue(refused().contains("names a node or port that isn't there"));
    }

    @Test
    void twoConnectionsToOnePortAreRefused() throws Exception {
        new WorkflowFolder(workflow).node(1, "NumbersFactory").node(2, "JoinFactory").node(3, "NumbersFactory")
            .connect(1, 1, 2, 1).connect(3, 1, 2, 1).write();
        assertTrue(refused().contains("two lead to port 1 of node 2"));
    }

    @Test
    void twoNodesOfOneNumberAreRefused() throws Exception {
        WorkflowFolder.edit(workflow.resolve("workflow.knime"), "key=\"id\" type=\"xint\" value=\"2\"",
            "key=\"id\" type=\"xint\" value=\"1\"");
        assertTrue(refused().contains("nodes/node_2: two nodes have the id 1"));
    }

    @Test
    void nodesThatWaitForEachOtherAreRefused() throws Exception {
        new WorkflowFolder(workflow).node(1, "JoinFactory").node(2, "JoinFactory").connect(1, 1, 2, 1)
            .connect(2, 1, 1, 1).write();
        assertTrue(refused().contains("wait for each other"));
    }

    @Test
    void anExtensionWithoutTheClassItPromisesLeavesItsNodeMissing() throws Exception {
        WorkflowFolder.edit(workflow.resolve("NumbersFactory (#1)/settings.xml"), "NumbersFactory\"/>",
            "AbsentFactory\"/>");
        assertTrue(refused("-failonloaderror")
            .contains("Node 1, \"AbsentFactory\", is missing: its extension is broken."));
        Batch batch = Batch.run(folder.resolve("workspace"), "-workflowDir=" + workflow, "-nosave");
        assertEquals(4, batch.status());
        assertTrue(batch.err().contains("Join (#2) was not executed."), batch.err());
    }

    @Test
    void documentTypesAndEntitiesAreRefusedUnread() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        WorkflowFolder.edit(workflow.resolve("workflow.knime"), "?>\n", "?>\n<!DOCTYPE config [<!ENTITY e SYSTEM \""
            + secret.toUri() + "\">]>\n");
        String message = refused();
        assertTrue(message.contains("DOCTYPE") && message.contains("workflow.knime"), message);
    }

    @Test
    void settingsNestedWithoutEndAreRefused() throws Exception {
        WorkflowFolder.edit(workflow.resolve("workflow.knime"), "</config>\n</config>", "</config>\n"
            + "<config key=\"a\">".repeat(100_000) + "</config>".repeat(100_000) + "</config>");
        assertTrue(refused().contains("nested too deeply"));
    }

    @Test
    void aFileOfUnreasonableSizeIsNotRead() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(workflow.resolve("workflow.knime").toFile(), "rw")) {
            file.setLength(65L << 20);
        }
        assertTrue(refused().contains("has more than 64 MB"));
    }

    @Test
    void aFolderWithoutAWorkflowIsNamed() throws Exception {
        Files.delete(workflow.resolve("workflow.knime"));
        assertTrue(refused().contains("There is no " + workflow.resolve("workflow.knime")));
    }
}
