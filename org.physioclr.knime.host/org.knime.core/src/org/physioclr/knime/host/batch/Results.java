package org.physioclr.knime.host.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.physioclr.knime.host.execution.NodeState;
import org.physioclr.knime.host.file.WholeFile;
import org.physioclr.knime.host.node.Port;
import org.physioclr.knime.host.view.ViewPage;
import org.physioclr.knime.host.workflow.Workflow;
import org.physioclr.knime.host.workflow.WorkflowNode;
import org.physioclr.knime.host.workflow.WorkflowRun;

/** Writes the tables of outputs that nothing is connected to as CSV, the views as HTML, and shows small tables. */
final class Results {

    private final Workflow workflow;
    private final WorkflowRun run;
    private final Path folder;
    private final PrintStream out;

    Results(Workflow workflow, WorkflowRun run, Path folder, PrintStream out) {
        this.workflow = workflow;
        this.run = run;
        this.folder = folder;
        this.out = out;
    }

    /** Removes the results of an earlier run, so that those of this one can't be taken for it if it fails. */
    void removeOld() throws IOException {
        for (WorkflowNode node : workflow.nodes().values()) {
            for (int port = 0; port < node.outputs().size(); port++) {
                Files.deleteIfExists(tableFile(node, port));
            }
            Files.deleteIfExists(viewFile(node));
        }
    }

    void write() throws IOException {
        for (WorkflowNode node : workflow.nodes().values()) {
            if (run.state(node.id()) instanceof NodeState.Executed executed) {
                for (int port = 0; port < executed.outputs().length; port++) {
                    if (executed.outputs()[port] instanceof BufferedDataTable table
                        && !workflow.isUsed(node.id(), port + 1)) {
                        writeTable(node, port, table);
                    }
                }
                writeView(node, executed);
            }
        }
    }

    private void writeTable(WorkflowNode node, int port, BufferedDataTable table) throws IOException {
        Path file = tableFile(node, port);
        WholeFile.write(file, output -> CsvFile.write(table, output));
        out.println();
        out.println(node.label() + ", " + node.outputs().get(port).name() + ": " + table.size() + " rows in " + file);
        TextTable.show(table, out);
    }

    private void writeView(WorkflowNode node, NodeState.Executed executed) throws IOException {
        if (node.definition().view().isPresent()) {
            String html = ViewPage.standAlone(node.definition().view().get(), executed.internal());
            WholeFile.write(viewFile(node), output -> output.write(html.getBytes(StandardCharsets.UTF_8)));
            out.println();
            out.println(node.label() + ", view: " + viewFile(node));
        }
    }

    /** Named by the port; also by its number where two names look alike in a file system. */
    private Path tableFile(WorkflowNode node, int port) {
        List<String> names = node.outputs().stream().map(Port::name)
            .map(name -> name.replaceAll("[^\\p{L}\\p{N} ._-]", "_")).toList();
        boolean alone = names.stream().filter(names.get(port)::equalsIgnoreCase).count() == 1;
        return folder.resolve(node.id() + "-" + names.get(port) + (alone ? "" : "-" + (port + 1)) + ".csv");
    }

    private Path viewFile(WorkflowNode node) {
        return folder.resolve(node.id() + ".html");
    }
}
