package org.physioclr.knime.host.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.knime.core.node.NodeSettings;

/**
 * A workflow.
 *
 * @param folder where it lies
 * @param settings the content of {@code workflow.knime}
 * @param variables the variables by name; may be added to and overwritten
 * @param nodes the nodes by number
 * @param connections the connections
 * @param problems why nodes are missing, by number
 */
public record Workflow(Path folder, NodeSettings settings, Map<String, FlowVariable> variables,
    Map<Integer, WorkflowNode> nodes, List<Connection> connections, Map<Integer, String> problems) {

    /**
     * Overwrites or adds a variable.
     *
     * @param variable the variable
     */
    public void set(FlowVariable variable) {
        variables.put(variable.name(), variable);
    }

    /**
     * Overwrites a setting of a node.
     *
     * @param option which and with what
     * @throws IllegalArgumentException if there is no such node or setting, or the value has the wrong form
     */
    public void set(SettingOption option) {
        WorkflowNode node = nodes.get(option.nodeId());
        if (node == null) {
            throw new IllegalArgumentException("The workflow has no node " + option.nodeId() + ", only "
                + nodes.keySet());
        }
        option.apply(node.model());
    }

    /** {@return what a data port of a node is connected with, empty if nothing} */
    public Optional<Connection> into(int node, int port) {
        return connections.stream().filter(c -> c.isData() && c.target() == node && c.targetPort() == port).findFirst();
    }

    /** {@return the nodes that a node takes data or variables from} */
    IntStream before(int node) {
        return connections.stream().filter(c -> c.target() == node).mapToInt(Connection::source);
    }

    /** {@return whether something takes from a data port of a node} */
    public boolean isUsed(int node, int port) {
        return connections.stream().anyMatch(c -> c.isData() && c.source() == node && c.sourcePort() == port);
    }

    /**
     * {@return the nodes in an order in which each comes after those it takes from; among equals by number}
     *
     * @throws WorkflowException if nodes depend on each other in a circle
     */
    public List<WorkflowNode> inOrder() throws WorkflowException {
        Map<Integer, WorkflowNode> waiting = new LinkedHashMap<>(nodes);
        List<WorkflowNode> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            WorkflowNode next = waiting.values().stream()
                .filter(node -> connections.stream()
                    .noneMatch(c -> c.target() == node.id() && waiting.containsKey(c.source())))
                .findFirst().orElseThrow(() -> new WorkflowException("The nodes " + waiting.keySet() + " in "
                    + folder.resolve("workflow.knime") + " wait for each other. Remove a connection."));
            waiting.remove(next.id());
            order.add(next);
        }
        return order;
    }
}
