package org.physioclr.knime.host.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultNodeFactory;
import org.physioclr.knime.host.node.NodeDefinition;
import org.physioclr.knime.host.node.NodeDefinitions;
import org.physioclr.knime.host.node.Port;
import org.physioclr.knime.host.registry.Extensions;

/** Reads a workflow's folder as KNIME writes it. */
public final class WorkflowReader {

    /** The newest format that is known, that of KNIME 5.1 to 5.11. */
    private static final String NEWEST = "5.1.0";

    /** What KNIME skips a node without. */
    private static final List<String> REQUIRED = List.of("factory", "node-name", "node-bundle-name",
        "node-bundle-symbolic-name", "node-bundle-vendor");

    private static final long LARGEST_FILE = 64L << 20;

    private final Path folder;
    private final Set<Integer> ids = new HashSet<>();
    private final Map<Integer, String> problems = new TreeMap<>();

    private WorkflowReader(Path folder) {
        this.folder = folder;
    }

    /**
     * {@return the workflow in a folder}
     *
     * @param folder has a {@code workflow.knime}
     * @throws WorkflowException if it can't be read, is broken or of a future version, with file and key
     */
    public static Workflow read(Path folder) throws WorkflowException {
        return new WorkflowReader(folder.toAbsolutePath().normalize()).read();
    }

    private Workflow read() throws WorkflowException {
        Path file = folder.resolve("workflow.knime");
        NodeSettings settings = load(file);
        try {
            checkVersion(settings.getString("version"), file);
            settings.getString("state");
            settings.getNodeSettings("workflow_credentials");
            Map<String, FlowVariable> variables = new LinkedHashMap<>();
            each("workflow_variables", settings, FlowVariable::load).forEach(v -> variables.put(v.name(), v));
            Map<Integer, WorkflowNode> nodes = new TreeMap<>();
            each("nodes", settings, this::node).forEach(found -> found.ifPresent(node -> nodes.put(node.id(), node)));
            List<Connection> connections = each("connections", settings, Connection::load);
            check(connections, nodes, file);
            return new Workflow(folder, settings, variables, nodes, connections, problems);
        } catch (InvalidSettingsException e) {
            throw new WorkflowException(file + ": " + e.getMessage(), e);
        }
    }

    private static NodeSettings load(Path file) throws WorkflowException {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new WorkflowException(file + " has more than " + (LARGEST_FILE >> 20)
                    + " MB, too many for a workflow");
            }
            return (NodeSettings) NodeSettings.loadFromXML(Files.newInputStream(file));
        } catch (IOException e) {
            throw new WorkflowException(Files.exists(file) ? file + " can't be read: " + e.getMessage()
                : "There is no " + file + ". Name a folder that has a workflow.", e);
        }
    }

    private static void checkVersion(String version, Path file) throws WorkflowException {
        int[] parts = numbers(version, file);
        int[] newest = numbers(NEWEST, file);
        for (int i = 0; i < newest.length; i++) {
            if (parts[i] != newest[i]) {
                if (parts[i] > newest[i]) {
                    throw new WorkflowException(file + ": version is " + version + ", a future one; this host reads up "
                        + "to " + NEWEST + ". Save the workflow with an older KNIME.");
                }
                return;
            }
        }
    }

    private static int[] numbers(String version, Path file) throws WorkflowException {
        if (version == null || !version.matches("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}")) {
            throw new WorkflowException(file + ": version is \"" + version + "\", not three numbers");
        }
        String[] parts = version.split("\\.");
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])};
    }

    /** Makes something of settings. */
    private interface Loading<T> {
        T load(NodeSettings settings) throws InvalidSettingsException, WorkflowException;
    }

    /** What is made of each of the settings under a key, which may be absent; an error names the key. */
    private static <T> List<T> each(String key, NodeSettings settings, Loading<T> loading)
        throws InvalidSettingsException, WorkflowException {
        List<T> loaded = new ArrayList<>();
        if (settings.containsKey(key)) {
            NodeSettings parent = settings.getNodeSettings(key);
            for (String name : parent) {
                try {
                    loaded.add(loading.load(parent.getNodeSettings(name)));
                } catch (InvalidSettingsException e) {
                    throw new InvalidSettingsException(key + "/" + name + ": " + e.getMessage(), e);
                }
            }
        }
        return loaded;
    }

    private Optional<WorkflowNode> node(NodeSettings entry) throws InvalidSettingsException, WorkflowException {
        int id = entry.getInt("id");
        if (!ids.add(id)) {
            throw new InvalidSettingsException("two nodes have the id " + id);
        }
        String name = entry.getString("node_settings_file");
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new WorkflowException(folder.resolve("workflow.knime") + ": node_settings_file of node " + id
                + " leads out of the workflow: " + name);
        }
        if (entry.getBoolean("node_is_meta") || !"NativeNode".equals(entry.getString("node_type"))) {
            throw new WorkflowException(folder.resolve("workflow.knime") + ": node " + id
                + " is a metanode or component (node_type), which this host can't run. Open the workflow in KNIME.");
        }
        NodeSettings settings = load(file);
        try {
            for (String key : REQUIRED) {
                settings.getString(key);
            }
            Optional<NodeDefinition> definition = definition(id, settings);
            return definition.isEmpty() ? Optional.empty() : Optional.of(node(id, name, settings, definition.get()));
        } catch (InvalidSettingsException e) {
            throw new WorkflowException(file + ": " + e.getMessage(), e);
        }
    }

    /** What the node is; empty, and noted as a problem, if no plug-in knows or the plug-in is broken. */
    private Optional<NodeDefinition> definition(int id, NodeSettings settings) throws InvalidSettingsException {
        String factory = settings.getString("factory");
        String missing = "Node " + id + ", \"" + settings.getString("node-name") + "\", is missing: ";
        try {
            Optional<Object> made = Extensions.nodeFactory(factory);
            if (made.isEmpty()) {
                problems.put(id, missing + "no plug-in has " + factory + ". Install the extension that it comes from ("
                    + settings.getString("node-bundle-symbolic-name") + ").");
            }
            return made.map(DefaultNodeFactory.class::cast).map(NodeDefinitions::of);
        } catch (RuntimeException | LinkageError e) {
            problems.put(id, missing + "its extension is broken. " + e);
            return Optional.empty();
        }
    }

    private static WorkflowNode node(int id, String file, NodeSettings settings, NodeDefinition definition)
        throws InvalidSettingsException {
        NodeSettings creation = settings.containsKey("node_creation_config")
            ? settings.getNodeSettings("node_creation_config") : new NodeSettings("node_creation_config");
        WorkflowNode node = new WorkflowNode(id, file, settings, definition, Port.of(definition.inputs(), creation),
            Port.of(definition.outputs(), creation));
        node.completeModel();
        return node;
    }

    private void check(List<Connection> connections, Map<Integer, WorkflowNode> nodes, Path file)
        throws WorkflowException {
        for (Connection connection : connections) {
            if (connections.stream().filter(connection::hasTargetOf).count() > 1) {
                throw new WorkflowException(file + ": connections: two lead to port " + connection.targetPort()
                    + " of node " + connection.target());
            }
            boolean missing = problems.containsKey(connection.source()) || problems.containsKey(connection.target());
            if (!missing && !(fits(nodes.get(connection.source()), connection.sourcePort(), WorkflowNode::outputs)
                && fits(nodes.get(connection.target()), connection.targetPort(), WorkflowNode::inputs))) {
                throw new WorkflowException(file + ": the connection " + connection.source() + "("
                    + connection.sourcePort() + ") -> " + connection.target() + "(" + connection.targetPort()
                    + ") names a node or port that isn't there");
            }
        }
    }

    private static boolean fits(WorkflowNode node, int port, Function<WorkflowNode, List<Port>> side) {
        return node != null && port >= 0 && port <= side.apply(node).size();
    }
}
