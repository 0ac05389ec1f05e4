package org.physioclr.knime.host.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.knime.core.node.CanceledExecutionException;
import org.physioclr.knime.host.batch.BatchOptions.Flag;
import org.physioclr.knime.host.batch.BatchOptions.Place;
import org.physioclr.knime.host.execution.NodeState;
import org.physioclr.knime.host.workflow.Workflow;
import org.physioclr.knime.host.workflow.WorkflowArchive;
import org.physioclr.knime.host.workflow.WorkflowException;
import org.physioclr.knime.host.workflow.WorkflowNode;
import org.physioclr.knime.host.workflow.WorkflowReader;
import org.physioclr.knime.host.workflow.WorkflowRun;
import org.physioclr.knime.host.workflow.WorkflowWriter;

/** What a batch run does: loads, sets what the options say, executes, writes results, saves. */
final class BatchSteps {

    private final BatchOptions options;
    private final Path temporary;
    private final PrintStream out;
    private final PrintStream err;
    private final BooleanSupplier cancelled;

    BatchSteps(BatchOptions options, Path temporary, PrintStream out, PrintStream err, BooleanSupplier cancelled) {
        this.options = options;
        this.temporary = temporary;
        this.out = out;
        this.err = err;
        this.cancelled = cancelled;
    }

    int run() throws WrongOptionException, WorkflowException, CanceledExecutionException, IOException {
        Workflow workflow = WorkflowReader.read(folder());
        workflow.problems().values().forEach(err::println);
        if (options.has(Flag.FAIL_ON_LOAD_ERROR) && !workflow.problems().isEmpty()) {
            return BatchRun.NOT_LOADED;
        }
        applyTo(workflow);
        if (isExecuted(workflow)) {
            return BatchRun.DONE;
        }
        boolean complete = options.has(Flag.NO_EXECUTE) || execute(workflow);
        if (!options.has(Flag.NO_SAVE)) {
            save(workflow);
        }
        return complete ? BatchRun.DONE : BatchRun.FAILED;
    }

    private void applyTo(Workflow workflow) throws WrongOptionException {
        try {
            options.variables().forEach(workflow::set);
            options.settings().forEach(workflow::set);
        } catch (IllegalArgumentException e) {
            throw new WrongOptionException(e.getMessage(), e);
        }
    }

    private Path folder() throws WorkflowException {
        Place place = options.workflow();
        return place.zipped() ? WorkflowArchive.unpack(place.path(), temporary.resolve("unpacked").resolve(name()))
            : place.path();
    }

    private String name() {
        return options.workflow().path().getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /** {@return whether there is nothing to do, as all nodes keep results that need not be made again} */
    private boolean isExecuted(Workflow workflow) throws WorkflowException {
        List<String> executed = workflow.nodes().values().stream()
            .filter(node -> node.savedState().equals("EXECUTED")).map(WorkflowNode::label).toList();
        if (executed.isEmpty() || options.has(Flag.RESET)) {
            return false;
        }
        if (executed.size() < workflow.nodes().size() + workflow.problems().size()) {
            throw new WorkflowException(executed + " are executed already, and this host can't go on from saved "
                + "tables. Use -reset to execute all nodes.");
        }
        err.println("Nothing to do: all nodes are executed already. Use -reset to execute them again.");
        return true;
    }

    private boolean execute(Workflow workflow) throws WorkflowException, CanceledExecutionException, IOException {
        Terminal terminal = new Terminal(err);
        WorkflowRun run = new WorkflowRun(workflow, temporary.resolve("nodes"), terminal, cancelled);
        Results results = options.results().isEmpty() ? null : new Results(workflow, run, options.results().get(), out);
        if (results != null) {
            results.removeOld();
        }
        boolean complete;
        try {
            complete = run.execute();
        } finally {
            terminal.end();
        }
        for (WorkflowNode node : workflow.nodes().values()) {
            if (!(run.state(node.id()) instanceof NodeState.Executed
                || run.state(node.id()) instanceof NodeState.Failed)) {
                err.println(node.label() + " was not executed.");
            }
        }
        if (results != null) {
            results.write();
        }
        return complete;
    }

    private void save(Workflow workflow) throws IOException {
        Place place = options.destination().orElse(options.workflow());
        if (place.zipped()) {
            Path folder = temporary.resolve("saved").resolve(name());
            WorkflowWriter.write(workflow, folder);
            WorkflowArchive.pack(folder, place.path());
        } else {
            WorkflowWriter.write(workflow, place.path());
        }
    }
}
