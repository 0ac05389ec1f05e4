package org.physioclr.host;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.physioclr.knime.host.execution.NodeExecution;
import org.physioclr.knime.host.execution.NodeExecution.ProgressListener;
import org.physioclr.knime.host.execution.NodeRunner;
import org.physioclr.knime.host.execution.NodeState;
import org.physioclr.knime.host.node.NodeDefinition;
import org.physioclr.knime.host.node.NodeDefinitions;
import org.physioclr.knime.host.node.Port;
import org.physioclr.knime.host.node.PortGroup;
import org.physioclr.knime.host.registry.Extensions;
import org.physioclr.knime.host.settings.ParameterSettings;

/**
 * One node, configured or executed in the embedded host without a workflow around it:
 *
 * <pre>{@code
 * NodeResult read = new NodeRun("org.physioclr.knime.nodes.reader.EcgReaderFactory", folder)
 *     .set("source/file", Path.of("ecgs")).execute();
 * NodeResult features = new NodeRun("…FeaturesFactory", folder).input(read.table("ECGs")).execute();
 * }</pre>
 *
 * <p>All settings have their defaults until they are set. What a test does not catch fails it: {@link NodeResult}
 * throws the node's own message when an output is asked for that a failed node does not have.
 */
public final class NodeRun {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Path folder;
    private final NodeDefinition definition;
    private final NodeSettings model = new NodeSettings("model");
    private final Map<String, List<PortObject>> objects = new LinkedHashMap<>();
    private ProgressListener listener = (fraction, message) -> { };
    private volatile boolean cancelled;

    /**
     * A node.
     *
     * @param factory the name of its factory's class, which a plugin.xml on the class path must contribute
     * @param folder where tables and file stores go, each execution into a new folder inside; the test removes it
     */
    public NodeRun(String factory, Path folder) {
        this.folder = folder;
        DefaultNodeFactory made = (DefaultNodeFactory) Extensions.nodeFactory(factory)
            .orElseThrow(() -> new IllegalArgumentException("No plugin.xml on the class path contributes " + factory));
        definition = NodeDefinitions.of(made);
        definition.model().parametersClass()
            .ifPresent(type -> ParameterSettings.save(ParameterSettings.defaults(type), model));
    }

    /**
     * Sets a parameter.
     *
     * @param path its keys in the saved settings, with slashes, such as {@code training/epochs}
     * @param value an Integer, Long, Double, Boolean or String; a String[]; a Path for a file selection; for an enum
     *     the name of the constant; for an Optional parameter its value, or {@link java.util.Optional#empty()}
     * @return this
     * @throws AssertionError if there is no such parameter or it has another type
     */
    public NodeRun set(String path, Object value) {
        SettingsEditor.set(model, path, value);
        return this;
    }

    /**
     * Connects the inputs in the order of the node's ports.
     *
     * @param inputs null for an optional port that the node shall not have
     * @return this
     */
    public NodeRun input(PortObject... inputs) {
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] != null) {
                input(definition.inputs().get(i).name(), inputs[i]);
            }
        }
        return this;
    }

    /**
     * Connects an input, or several of a port that may be added more than once.
     *
     * @param port the name of the port
     * @param inputs what it gets
     * @return this
     */
    public NodeRun input(String port, PortObject... inputs) {
        group(port);
        objects.put(port, List.of(inputs));
        return this;
    }

    /** Lets a test hear the progress: a fraction in [0, 1] or NaN, and a message or null. */
    public NodeRun onProgress(ProgressListener progressListener) {
        listener = progressListener;
        return this;
    }

    /** Cancels as a user does; may be called by the progress listener or another thread. */
    public void cancel() {
        cancelled = true;
    }

    /** Configures for the specs of the connected inputs. */
    public NodeResult configure() {
        Map<String, List<PortObjectSpec>> specs = new LinkedHashMap<>();
        objects.forEach((port, given) -> specs.put(port, given.stream().map(PortObject::getSpec).toList()));
        return configure(specs);
    }

    /**
     * Configures.
     *
     * @param specs in the order of the node's ports; null for an optional port that the node shall not have
     */
    public NodeResult configure(PortObjectSpec... specs) {
        Map<String, List<PortObjectSpec>> byPort = new LinkedHashMap<>();
        for (int i = 0; i < specs.length; i++) {
            if (specs[i] != null) {
                byPort.put(definition.inputs().get(i).name(), List.of(specs[i]));
            }
        }
        return configure(byPort);
    }

    private NodeResult configure(Map<String, List<PortObjectSpec>> specs) {
        Map<String, List<PortType>> added = new HashMap<>();
        specs.forEach((port, given) -> added.put(port, given.stream().map(NodeRun::typeOf).toList()));
        return run(added, runner -> runner.configure(inOrder(runner.inputs(), specs).toArray(PortObjectSpec[]::new)));
    }

    /** Configures and executes with the connected inputs. */
    public NodeResult execute() {
        Map<String, List<PortType>> added = new HashMap<>();
        objects.forEach((port, given) -> added.put(port, given.stream()
            .map(object -> PortTypeRegistry.getInstance().getPortType(object.getClass())).toList()));
        NodeExecution execution = new NodeExecution(folder.resolve("node-" + NUMBER.incrementAndGet()),
            (fraction, message) -> listener.progress(fraction, message), () -> cancelled);
        return run(added,
            runner -> runner.execute(execution, inOrder(runner.inputs(), objects).toArray(PortObject[]::new)));
    }

    private interface Work {
        NodeState on(NodeRunner runner);
    }

    private NodeResult run(Map<String, List<PortType>> connected, Work work) {
        try {
            NodeSettings creation = new NodeSettings("node_creation_config");
            definition.inputs().stream().filter(PortGroup::optional)
                .filter(group -> connected.containsKey(group.name()))
                .forEach(group -> addPorts(connected.get(group.name()), creation.addNodeSettings(group.id())));
            List<Port> outputs = Port.of(definition.outputs(), creation);
            NodeParameters parameters = definition.model().parametersClass().isEmpty() ? null
                : ParameterSettings.load(definition.model().parametersClass().get(), model);
            return new NodeResult(definition, outputs, work.on(new NodeRunner(definition.name(), definition.model(),
                parameters, Port.of(definition.inputs(), creation), outputs)));
        } catch (InvalidSettingsException e) {
            return new NodeResult(definition, List.of(), new NodeState.Failed(e.getMessage()));
        }
    }

    private static void addPorts(List<PortType> types, NodeSettingsWO group) {
        for (int k = 0; k < types.size(); k++) {
            group.addNodeSettings("port_" + k).addString("object_class", types.get(k).getPortObjectClass().getName());
        }
    }

    private <T> List<T> inOrder(List<Port> ports, Map<String, List<T>> given) {
        return ports.stream().map(Port::name).distinct().flatMap(port -> required(port, given).stream()).toList();
    }

    private <T> List<T> required(String port, Map<String, List<T>> given) {
        List<T> values = given.get(port);
        if (values == null) {
            throw new AssertionError(definition.name() + ": the test connects nothing with the input \"" + port
                + "\"");
        }
        return values;
    }

    private static PortType typeOf(PortObjectSpec spec) {
        return PortTypeRegistry.getInstance().availablePortTypes().stream()
            .filter(type -> type.acceptsPortObjectSpec(spec)).findFirst()
            .orElseThrow(() -> new AssertionError("No plugin.xml contributes a port type with " + spec.getClass()));
    }

    private PortGroup group(String port) {
        return definition.inputs().stream().filter(group -> group.name().equals(port)).findFirst()
            .orElseThrow(() -> new AssertionError(definition.name() + " has no input \"" + port + "\", only "
                + definition.inputs().stream().map(PortGroup::name).toList()));
    }
}
