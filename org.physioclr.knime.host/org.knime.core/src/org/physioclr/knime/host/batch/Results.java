package org.physioclr.knime.host.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.physioclr.knime.host.execution.NodeState;
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

    void write() throws IOException {
        for (WorkflowNode node : workflow.nodes().values()) {
            if (run.state(node.id()) instanceof NodeState.Executed executed) {
                for (int port = 0; port < executed.outputs().length; port++) {
                    if (executed.outputs()[port] instanceof BufferedDataTable table
                        && !workflow.isUsed(node.id(), port + 1)) {
                        write(node, node.outputs().get(port).name(), table);
                    }
                }
                writeView(node, executed.internal());
            }
        }
    }

    private void write(WorkflowNode node, String port, BufferedDataTable table) throws IOException {
        Path file = folder.resolve(node.id() + "-" + port.replaceAll("[^\\p{L}\\p{N} ._-]", "_") + ".csv");
        out.println();
        out.println(node.label() + ", " + port + ": " + table.size() + " rows in " + file);
        whole(file, temporary -> CsvFile.write(table, temporary));
        TextTable.show(table, out);
    }

    private void writeView(WorkflowNode node, PortObject[] internal) throws IOException {
        if (node.definition().view().isPresent()) {
            Path file = folder.resolve(node.id() + ".html");
            String html = ViewPage.standAlone(node.definition().view().get(), internal);
            whole(file, temporary -> Files.writeString(temporary, html));
            out.println();
            out.println(node.label() + ", view: " + file);
        }
    }

    /** Writes a file under a temporary name first, so that no half of it stays. */
    private void whole(Path file, Writing writing) throws IOException {
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".writing", ".tmp");
        try {
            writing.write(temporary);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private interface Writing {
        void write(Path file) throws IOException;
    }
}
