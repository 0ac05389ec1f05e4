package org.physioclr.knime.host.workflow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.node.NodeSettings;

/**
 * Saves a workflow: its settings with all parameters and the variables' values, in KNIME's format. Tables and models are
 * not saved; the nodes are configured, not executed.
 */
public final class WorkflowWriter {

    private WorkflowWriter() {
    }

    /**
     * Saves.
     *
     * @param workflow the workflow
     * @param target the folder, which may be the one it was read from
     * @throws IOException if a file can't be written
     */
    public static void write(Workflow workflow, Path target) throws IOException {
        Path folder = target.toAbsolutePath().normalize();
        if (!folder.equals(workflow.folder())) {
            copyFiles(workflow.folder(), folder);
        }
        NodeSettings settings = workflow.settings();
        NodeSettings variables = (NodeSettings) settings.addNodeSettings("workflow_variables");
        int number = 0;
        for (FlowVariable variable : workflow.variables().values()) {
            variable.save((NodeSettings) variables.addNodeSettings("Var_" + number++));
        }
        settings.addString("state", "CONFIGURED");
        write(settings, folder.resolve("workflow.knime"));
        for (WorkflowNode node : workflow.nodes().values()) {
            node.settings().addString("state", "CONFIGURED");
            write(node.settings(), folder.resolve(node.file()));
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).filter(file -> !file.startsWith(to)).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(NodeSettings settings, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), ".saving", ".xml");
        try {
            try (OutputStream output = Files.newOutputStream(temporary)) {
                settings.saveToXML(output);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
