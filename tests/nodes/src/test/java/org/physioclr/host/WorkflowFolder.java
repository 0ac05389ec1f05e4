package org.physioclr.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.NodeSettings;
import org.physioclr.knime.host.node.NodeDefinitions;
import org.physioclr.knime.host.registry.Extensions;
import org.physioclr.knime.host.settings.ParameterSettings;

/** Writes a small workflow's folder, with no more than KNIME needs. */
final class WorkflowFolder {

    private final Path folder;
    private final NodeSettings workflow = new NodeSettings("workflow.knime");
    private final NodeSettings nodes;
    private final NodeSettings connections;

    WorkflowFolder(Path folder) {
        this.folder = folder;
        workflow.addString("version", "5.1.0");
        workflow.addString("state", "CONFIGURED");
        workflow.addNodeSettings("workflow_variables");
        workflow.addNodeSettings("workflow_credentials");
        nodes = (NodeSettings) workflow.addNodeSettings("nodes");
        connections = (NodeSettings) workflow.addNodeSettings("connections");
    }

    /**
     * A node and its settings: path and value, path and value, as {@link NodeRun#set} takes them.
     *
     * @param factory a class of this package's nodes, or the whole name of another one
     */
    WorkflowFolder node(int id, String factory, Object... settings) throws Exception {
        String type = factory.contains(".") ? factory : "org.physioclr.host.nodes." + factory;
        NodeSettings node = new NodeSettings("settings.xml");
        node.addString("factory", type);
        for (String key : new String[] {"node-name", "node-bundle-name", "node-bundle-symbolic-name",
            "node-bundle-vendor"}) {
            node.addString(key, factory);
        }
        node.addString("state", "CONFIGURED");
        NodeSettings model = (NodeSettings) node.addNodeSettings("model");
        if (settings.length > 0) {
            ParameterSettings.save(ParameterSettings.defaults(NodeDefinitions.of((org.knime.node.DefaultNodeFactory)
                Extensions.nodeFactory(type).orElseThrow()).model().parametersClass()
                .orElseThrow()), model);
        } else {
            node.removeConfig("model");
        }
        for (int i = 0; i < settings.length; i += 2) {
            SettingsEditor.set(model, (String) settings[i], settings[i + 1]);
        }
        String file = factory + " (#" + id + ")/settings.xml";
        NodeSettings entry = (NodeSettings) nodes.addNodeSettings("node_" + id);
        entry.addInt("id", id);
        entry.addString("node_settings_file", file);
        entry.addBoolean("node_is_meta", false);
        entry.addString("node_type", "NativeNode");
        save(node, folder.resolve(file));
        return this;
    }

    /** Gives a node an optional input for a table. */
    WorkflowFolder withPort(int id, String factory, String port) throws IOException {
        Path file = folder.resolve(factory + " (#" + id + ")/settings.xml");
        NodeSettings node = (NodeSettings) NodeSettings.loadFromXML(Files.newInputStream(file));
        node.addNodeSettings("node_creation_config").addNodeSettings(port).addNodeSettings("port_0")
            .addString("object_class", "org.knime.core.node.BufferedDataTable");
        save(node, file);
        return this;
    }

    WorkflowFolder connect(int source, int sourcePort, int target, int targetPort) {
        NodeSettings connection = (NodeSettings) connections.addNodeSettings("connection_"
            + connections.keySet().size());
        connection.addInt("sourceID", source);
        connection.addInt("sourcePort", sourcePort);
        connection.addInt("destID", target);
        connection.addInt("destPort", targetPort);
        return this;
    }

    Path write() throws IOException {
        save(workflow, folder.resolve("workflow.knime"));
        return folder;
    }

    private static void save(NodeSettings settings, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream output = Files.newOutputStream(file)) {
            settings.saveToXML(output);
        }
    }

    /** Replaces a text in a file, which must be there. */
    static void edit(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(old)) {
            throw new AssertionError(file + " has no " + old);
        }
        Files.writeString(file, text.replace(old, replacement));
    }
}
