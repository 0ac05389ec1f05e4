package org.physioclr.knime.host.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.knime.core.node.NodeSettings;
import org.physioclr.knime.host.file.WholeFile;

/**
 * Saves a workflow as KNIME saves one that is reset: all parameters and the variables' values, but no tables and
 * models.
 */
public final class WorkflowWriter {

    /** The folders in which KNIME keeps what a node has made. */
    private static final Pattern RESULT = Pattern.compile("port_\\d+|internal|internalTables|filestore");

    /** The file with which KNIME marks a folder that has some. */
    private static final String HAS_RESULTS = ".savedWithData";

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
            copyFiles(workflow, folder);
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
            reset(node.settings());
            write(node.settings(), folder.resolve(node.file()));
        }
    }

    /** Removes what points to results. */
    private static void reset(NodeSettings node) {
        node.addString("state", "CONFIGURED");
        node.addBoolean("hasContent", false);
        node.addNodeSettings("ports");
        node.removeConfig("internalObjects");
        NodeSettings fileStores = (NodeSettings) node.addNodeSettings("filestores");
        fileStores.addString("file_store_location", null);
        fileStores.addString("file_store_id", null);
    }

    private static void copyFiles(Workflow workflow, Path to) throws IOException {
        Path from = workflow.folder();
        List<Path> nodes = workflow.nodes().values().stream().map(node -> from.resolve(node.file()).getParent())
            .toList();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).filter(file -> !file.startsWith(to))
                .filter(file -> !file.equals(from.resolve(HAS_RESULTS)))
                .filter(file -> nodes.stream().noneMatch(node -> isResult(file, node))).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isResult(Path file, Path node) {
        return file.startsWith(node) && RESULT.matcher(node.relativize(file).getName(0).toString()).matches();
    }

    private static void write(NodeSettings settings, Path file) throws IOException {
        NodeSettings named = new NodeSettings(file.getFileName().toString());
        settings.copyTo(named);
        WholeFile.write(file, named::saveToXML);
    }
}
