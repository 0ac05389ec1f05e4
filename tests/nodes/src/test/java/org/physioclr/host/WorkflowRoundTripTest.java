package org.physioclr.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physioclr.knime.host.workflow.Workflow;
import org.physioclr.knime.host.workflow.WorkflowNode;
import org.physioclr.knime.host.workflow.WorkflowReader;
import org.physioclr.knime.host.workflow.WorkflowWriter;

/** A saved workflow is the one that was loaded. */
class WorkflowRoundTripTest {

    @TempDir
    Path folder;

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal-workflow", "variable-override", "optional-port/absent", "optional-port/present"})
    void aWorkflowOfKnimeIsEqualAfterSavingAndLoading(String sample) throws Exception {
        Workflow workflow = WorkflowReader.read(KnimeSample.copy(sample, folder.resolve("workflow")));
        WorkflowWriter.write(workflow, folder.resolve("copy"));
        Workflow copy = WorkflowReader.read(folder.resolve("copy"));
        assertEquals(workflow.settings(), copy.settings());
        assertEquals(workflow.variables(), copy.variables());
        assertEquals(workflow.connections(), copy.connections());
        assertEquals(workflow.nodes().keySet(), copy.nodes().keySet());
        for (WorkflowNode node : workflow.nodes().values()) {
            assertEquals(node.settings(), copy.nodes().get(node.id()).settings());
            assertEquals(node.inputs(), copy.nodes().get(node.id()).inputs());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal-workflow", "executed-row", "variable-override", "optional-port/present"})
    void savingTwiceGivesTheSameFiles(String sample) throws Exception {
        WorkflowWriter.write(WorkflowReader.read(KnimeSample.copy(sample, folder.resolve("workflow"))),
            folder.resolve("first"));
        WorkflowWriter.write(WorkflowReader.read(folder.resolve("first")), folder.resolve("second"));
        assertEquals(files(folder.resolve("first")), files(folder.resolve("second")));
    }

    @Test
    void whatKnimeWroteIsWrittenInKnimesOwnForm() throws Exception {
        Path sample = KnimeSample.copy("variable-override", folder.resolve("workflow"));
        String before = Files.readString(sample.resolve("workflow.knime"));
        WorkflowWriter.write(WorkflowReader.read(sample), folder.resolve("copy"));
        assertEquals(before, Files.readString(folder.resolve("copy/workflow.knime")));
    }

    @Test
    void savingInPlaceKeepsWhatIsNotTheWorkflowsAndItsPermissions() throws Exception {
        Path workflow = new WorkflowFolder(folder.resolve("workflow")).node(1, "NumbersFactory").write();
        Files.createDirectories(workflow.resolve("data"));
        Files.writeString(workflow.resolve("data/mine.txt"), "mine");
        Files.setPosixFilePermissions(workflow.resolve("workflow.knime"), PosixFilePermissions.fromString("rw-r--r--"));
        WorkflowWriter.write(WorkflowReader.read(workflow), workflow);
        Map<String, String> after = files(workflow);
        assertEquals(List.of("NumbersFactory (#1)/settings.xml", "data/mine.txt", "workflow.knime"),
            List.copyOf(after.keySet()));
        assertEquals("mine", after.get("data/mine.txt"));
        assertEquals("rw-r--r--",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(workflow.resolve("workflow.knime"))));
    }

    @Test
    void savingIntoAFolderInsideTheWorkflowDoesNotCopyTheCopy() throws Exception {
        Path workflow = new WorkflowFolder(folder.resolve("workflow")).node(1, "NumbersFactory").write();
        WorkflowWriter.write(WorkflowReader.read(workflow), workflow.resolve("copy"));
        WorkflowWriter.write(WorkflowReader.read(workflow), workflow.resolve("copy"));
        assertEquals(List.of("NumbersFactory (#1)/settings.xml", "workflow.knime"),
            List.copyOf(files(workflow.resolve("copy")).keySet()));
    }

    @Test
    void theParametersOfANodeThatWasNeverConfiguredAreSavedWithTheirDefaults() throws Exception {
        Path workflow = new WorkflowFolder(folder.resolve("workflow")).node(1, "NumbersFactory").write();
        String before = Files.readString(workflow.resolve("NumbersFactory (#1)/settings.xml"));
        WorkflowWriter.write(WorkflowReader.read(workflow), workflow);
        String after = Files.readString(workflow.resolve("NumbersFactory (#1)/settings.xml"));
        assertNotEquals(before, after);
        assertTrue(after.contains("<entry key=\"count\" type=\"xint\" value=\"3\"/>"), after);
    }
}
