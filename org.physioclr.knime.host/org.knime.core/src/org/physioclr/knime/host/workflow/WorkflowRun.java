package org.physioclr.knime.host.workflow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.physioclr.knime.host.execution.NodeExecution;
import org.physioclr.knime.host.file.HostPathProviders;
import org.physioclr.knime.host.node.ModelDefinition;

/**
 * Executes the nodes of a workflow one after another. All nodes that can be are configured first, so that what can be
 * known to fail fails before hours of work. A failure stops the nodes that depend on it, not the others.
 */
public final class WorkflowRun {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(WorkflowRun.class);

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
                    fail(node, "Nothing is connected with the input \"" + node.inputs().get(port).name() + "\"");
                    accepted = false;
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
            NodeOutputs outputs = configure(node, node.parameters(workflow.variables()), specs);
            states.put(node.id(), new NodeState.Configured(outputs.specs()));
            return true;
        } catch (InvalidSettingsException e) {
            fail(node, e.getMessage());
        } catch (RuntimeException e) {
            LOGGER.error(node.label() + " broke down while it was configured", e);
            fail(node, e.toString());
        }
        return false;
    }

    private static NodeOutputs configure(WorkflowNode node, NodeParameters parameters, PortObjectSpec[] specs)
        throws InvalidSettingsException {
        NodeOutputs outputs = new NodeOutputs(node.outputs().size());
        if (node.definition().model() instanceof ModelDefinition.Standard standard) {
            standard.configure().accept(new NodeInputs.ForConfigure(node, parameters, specs), outputs);
        } else {
            outputs.setOutSpec(0, rearranger(node, parameters, (DataTableSpec) specs[0]).createSpec());
        }
        return outputs;
    }

    private static ColumnRearranger rearranger(WorkflowNode node, NodeParameters parameters, DataTableSpec spec)
        throws InvalidSettingsException {
        ColumnRearranger[] rearranger = new ColumnRearranger[1];
        ((ModelDefinition.Rearrange) node.definition().model()).rearrange()
            .accept(new NodeInputs.ForRearrange(parameters, spec), made -> rearranger[0] = made);
        return rearranger[0];
    }

    /** What a node is given, empty if a node before it has failed. */
    private Optional<PortObject[]> inputs(WorkflowNode node) {
        PortObject[] inputs = new PortObject[node.inputs().size()];
        for (int port = 0; port < inputs.length; port++) {
            Connection connection = workflow.into(node.id(), port + 1).orElseThrow();
            if (!(state(connection.source()) instanceof NodeState.Executed source)) {
                return Optional.empty();
            }
            inputs[port] = source.outputs()[connection.sourcePort() - 1];
            if (!node.inputs().get(port).type().acceptsPortObject(inputs[port])) {
                fail(node, "The input \"" + node.inputs().get(port).name() + "\" needs "
                    + node.inputs().get(port).type().getName() + ". Connect another output.");
                return Optional.empty();
            }
        }
        return Optional.of(inputs);
    }

    private void execute(WorkflowNode node, PortObject[] inputs) throws CanceledExecutionException {
        long start = System.nanoTime();
        NodeExecution execution = new NodeExecution(folder.resolve("node-" + node.id()),
            (fraction, message) -> listener.progress(node, fraction, message), cancelled);
        try {
            NodeParameters parameters = node.parameters(workflow.variables());
            PortObjectSpec[] specs = new PortObjectSpec[inputs.length];
            for (int i = 0; i < specs.length; i++) {
                specs[i] = inputs[i].getSpec();
            }
            NodeOutputs configured = configure(node, parameters, specs);
            NodeOutputs outputs = execute(node, parameters, inputs, execution.context());
            configured.warnings().stream().filter(warning -> !outputs.warnings().contains(warning))
                .forEach(warning -> listener.warning(node, warning));
            outputs.warnings().forEach(warning -> listener.warning(node, warning));
            states.put(node.id(), new NodeState.Executed(outputs.objects(), outputs.internal()));
            listener.executed(node, (System.nanoTime() - start) / 1e9);
        } catch (InvalidSettingsException | KNIMEException e) {
            fail(node, e instanceof KNIMEException failure ? failure.getKNIMEMessage().toString() : e.getMessage());
        } catch (CanceledExecutionException e) {
            fail(node, "Cancelled");
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            LOGGER.error(node.label() + " broke down", e);
            fail(node, "Execute failed: " + e);
        }
    }

    private static NodeOutputs execute(WorkflowNode node, NodeParameters parameters, PortObject[] inputs,
        ExecutionContext context) throws InvalidSettingsException, KNIMEException, CanceledExecutionException {
        NodeOutputs outputs = new NodeOutputs(node.outputs().size());
        if (node.definition().model() instanceof ModelDefinition.Standard standard) {
            standard.execute().accept(new NodeInputs.ForExecute(node, parameters, inputs, context), outputs);
        } else {
            BufferedDataTable table = (BufferedDataTable) inputs[0];
            outputs.setOutData(0, context.createColumnRearrangeTable(table,
                rearranger(node, parameters, table.getDataTableSpec()), context));
        }
        for (int port = 0; port < outputs.objects().length; port++) {
            if (outputs.objects()[port] == null) {
                throw new IllegalStateException("The node has set no data at the output \""
                    + node.outputs().get(port).name() + "\"");
            }
        }
        return outputs;
    }

    private void fail(WorkflowNode node, String message) {
        states.put(node.id(), new NodeState.Failed(List.of(message)));
        listener.failed(node, message);
    }
}
