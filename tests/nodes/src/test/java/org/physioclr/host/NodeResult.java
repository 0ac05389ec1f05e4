package org.physioclr.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.physioclr.knime.host.execution.NodeState;
import org.physioclr.knime.host.node.NodeDefinition;
import org.physioclr.knime.host.node.Port;
import org.physioclr.knime.host.view.ViewPage;

/** What a node has answered to being configured or executed. Ports are named or counted from 0. */
public final class NodeResult {

    private final NodeDefinition definition;
    private final List<Port> ports;
    private final NodeState state;

    NodeResult(NodeDefinition definition, List<Port> ports, NodeState state) {
        this.definition = definition;
        this.ports = ports;
        this.state = state;
    }

    /** The message of a node that failed. */
    public String failure() {
        if (state instanceof NodeState.Failed failed) {
            return failed.message();
        }
        throw new AssertionError(definition.name() + " did not fail, it is " + state.getClass().getSimpleName());
    }

    public boolean isFailed() {
        return state instanceof NodeState.Failed;
    }

    public boolean isCancelled() {
        return state instanceof NodeState.Cancelled;
    }

    public List<String> warnings() {
        return state instanceof NodeState.Configured configured ? configured.warnings() : executed().warnings();
    }

    /** The spec of an output, null if it is not known before execution. */
    public PortObjectSpec spec(int port) {
        if (state instanceof NodeState.Configured configured) {
            return configured.specs()[port];
        }
        return executed().outputs()[port].getSpec();
    }

    public PortObjectSpec spec(String port) {
        return spec(index(port));
    }

    public DataTableSpec tableSpec(int port) {
        return (DataTableSpec) spec(port);
    }

    public DataTableSpec tableSpec(String port) {
        return (DataTableSpec) spec(port);
    }

    public PortObject output(int port) {
        return executed().outputs()[port];
    }

    public PortObject output(String port) {
        return output(index(port));
    }

    public BufferedDataTable table(int port) {
        return (BufferedDataTable) output(port);
    }

    public BufferedDataTable table(String port) {
        return (BufferedDataTable) output(port);
    }

    /** The rows of an output table. */
    public TableContent content(int port) {
        return TableContent.of(table(port));
    }

    /** The rows of an output table. */
    public TableContent content(String port) {
        return TableContent.of(table(port));
    }

    /** What the node keeps for its view. */
    public List<PortObject> internal() {
        return Arrays.asList(executed().internal());
    }

    /** The JSON that the node's view gets when it opens. */
    public String initialData() {
        try {
            return ViewPage.initialData(definition.view().orElseThrow(), executed().internal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of the node's view with its data, as {@code -results} writes it. */
    public String viewPage() {
        try {
            return ViewPage.standAlone(definition.view().orElseThrow(), executed().internal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NodeState.Executed executed() {
        if (state instanceof NodeState.Executed executed) {
            return executed;
        }
        throw new AssertionError(definition.name() + (state instanceof NodeState.Failed failed
            ? " failed: " + failed.message() : " is " + state.getClass().getSimpleName()));
    }

    private int index(String port) {
        List<String> names = ports.stream().map(Port::name).toList();
        if (!names.contains(port)) {
            // a node whose settings were refused has no ports: its message says more than they would
            throw new AssertionError(isFailed() ? definition.name() + " failed: " + failure()
                : definition.name() + " has no output \"" + port + "\", only " + names);
        }
        return names.indexOf(port);
    }
}
