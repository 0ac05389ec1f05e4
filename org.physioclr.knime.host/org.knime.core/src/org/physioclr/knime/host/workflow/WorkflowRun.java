package org.physioclr.knime.host.workflow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.physioclr.knime.host.execution.NodeExecution;
import org.physioclr.knime.host.execution.NodeState;
import org.physioclr.knime.host.file.HostPathProviders;

/**
 * Executes the nodes of a workflow one after another. All nodes that can be are configured first, so that what can be
 * known to fail fails before hours of work. A failure stops the nodes that depend on it, not the others.
 */
public final class WorkflowRun {

    private final Workflow workflow;
    private final Path folder;
    private final RunListener listener;
    private final BooleanSupplier cancelled;
    private final Map<Integer, NodeState> states = new HashMap<>();

    /**
     * A run.
     *
     * @param workflow what to run
     * @param folder for tables and files that nodes make; removing it is up to the caller
     * @param listener hears how it goes
     * @param cancelled whether to stop
     */
    public WorkflowRun(Workflow workflow, Path folder, RunListener listener, BooleanSupplier cancelled) {
        this.workflow = workflow;
        this.folder = folder;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /** {@return the state of a node} */
    public NodeState state(int node) {
        return states.getOrDefault(node, new NodeState.Idle());
    }

    /**
     * Configures and executes all nodes.
     *
     * @return whether every node has been executed
     * @throws WorkflowException if the nodes wait for each other
     * @throws CanceledExecutionException if the run was cancelled
     */
    public boolean execute() throws WorkflowException, CanceledExecutionException {
        HostPathProviders.setWorkflowFolder(workflow.folder());
        List<WorkflowNode> order = workflow.inOrder();
        if (!configure(order)) {
            return false;
        }
        int position = 0;
        for (WorkflowNode node : order) {
            position++;
            Optional<PortObject[]> inputs = inputs(node);
            if (inputs.isPresent()) {
                listener.started(node, position, order.size());
                execute(node, inputs.get());
            }
        }
        return workflow.problems().isEmpty()
            && order.stream().allMatch(node -> state(node.id()) instanceof NodeState.Executed);
    }

    /**
     * Configures all nodes.
     *
     * @return whether no node has refused
     */
    private boolean configure(List<WorkflowNode> order) {
        boolean accepted = true;
        for (WorkflowNode node : order) {
            PortObjectSpec[] specs = new PortObjectSpec[node.inputs().size()];
            boolean known = true;
            for (int port = 0; port < specs.length; port++) {
                Optional<Connection> connection = workflow.into(node.id(), port + 1);
                if (connection.isEmpty()) {
                    accepted = settle(node, new NodeState.Failed("Nothing is connected with the input \""
                        + node.inputs().get(port).name() + "\""));
                } else if (state(connection.get().source()) instanceof NodeState.Configured source) {
                    specs[port] = source.specs()[connection.get().sourcePort() - 1];
                }
                known &= specs[port] != null;
            }
            if (known && !(state(node.id()) instanceof NodeState.Failed)) {
                accepted &= tryConfigure(node, specs);
            }
        }
        return accepted;
    }

    private boolean tryConfigure(WorkflowNode node, PortObjectSpec[] specs) {
        try {
            return settle(node, node.runner(workflow.variables()).configure(specs));
        } catch (InvalidSettingsException e) {
            return settle(node, new NodeState.Failed(e.getMessage()));
        }
    }

    /** What a node is given, empty if a node before it, be it for the order alone, has not been executed. */
    private Optional<PortObject[]> inputs(WorkflowNode node) {
        if (workflow.before(node.id()).anyMatch(id -> !(state(id) instanceof NodeState.Executed))) {
            return Optional.empty();
        }
        PortObject[] inputs = new PortObject[node.inputs().size()];
        for (int port = 0; port < inputs.length; port++) {
            Connection connection = workflow.into(node.id(), port + 1).orElseThrow();
            inputs[port] = ((NodeState.Executed) state(connection.source())).outputs()[connection.sourcePort() - 1];
        }
        return Optional.of(inputs);
    }

    private void execute(WorkflowNode node, PortObject[] inputs) throws CanceledExecutionException {
        long start = System.nanoTime();
        NodeExecution execution = new NodeExecution(folder.resolve("node-" + node.id()),
            (fraction, message) -> listener.progress(node, fraction, message), cancelled);
        try {
            NodeState state = node.runner(workflow.variables()).execute(execution, inputs);
            settle(node, state);
            if (state instanceof NodeState.Executed executed) {
                executed.warnings().forEach(warning -> listener.warning(node, warning));
                listener.executed(node, (System.nanoTime() - start) / 1e9);
            } else if (state instanceof NodeState.Cancelled) {
                throw new CanceledExecutionException();
            }
        } catch (InvalidSettingsException e) {
            settle(node, new NodeState.Failed(e.getMessage()));
        }
    }

    /** {@return whether the node has not failed} */
    private boolean settle(WorkflowNode node, NodeState state) {
        states.put(node.id(), state);
        if (state instanceof NodeState.Failed failed) {
            listener.failed(node, failed.message());
        }
        return !(state instanceof NodeState.Failed);
    }
}
