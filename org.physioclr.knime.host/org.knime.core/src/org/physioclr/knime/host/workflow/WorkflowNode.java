package org.physioclr.knime.host.workflow;

import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;
import org.physioclr.knime.host.execution.NodeRunner;
import org.physioclr.knime.host.node.NodeDefinition;
import org.physioclr.knime.host.node.Port;
import org.physioclr.knime.host.settings.ParameterSettings;

/**
 * A node of a workflow.
 *
 * @param id the number in the workflow
 * @param file the settings file, relative to the workflow's folder
 * @param settings all settings of the node
 * @param definition what the node is
 * @param inputs the data ports it takes from
 * @param outputs the data ports it gives to
 */
public record WorkflowNode(int id, String file, NodeSettings settings, NodeDefinition definition, List<Port> inputs,
    List<Port> outputs) {

    private static final String MODEL = "model";
    private static final String VARIABLES = "variables";

    /** {@return the name for people, with the number} */
    public String label() {
        return definition.name() + " (#" + id + ")";
    }

    /** {@return the state that was saved} */
    public String savedState() {
        return settings.getString("state", "IDLE");
    }

    /**
     * Makes sure that the settings hold every parameter: those of a node that was never configured are its defaults.
     *
     * @throws InvalidSettingsException if one is missing or has another type. KNIME would go on with all defaults then
     */
    void completeModel() throws InvalidSettingsException {
        Class<? extends NodeParameters> type = definition.model().parametersClass().orElse(null);
        if (type != null && !settings.containsKey(MODEL)) {
            ParameterSettings.save(ParameterSettings.defaults(type), (NodeSettings) settings.addNodeSettings(MODEL));
        } else if (type != null) {
            ParameterSettings.check(type, settings);
        }
    }

    /** {@return the parameters below the key {@code model}, which variables do not change} */
    NodeSettings model() {
        return settings.getEntry(MODEL) instanceof NodeSettings model ? model : new NodeSettings(MODEL);
    }

    /**
     * {@return what configures and executes the node}
     *
     * @param variables the workflow's variables by name
     * @throws InvalidSettingsException if a setting is missing or has another type, or a variable does not fit
     */
    NodeRunner runner(Map<String, FlowVariable> variables) throws InvalidSettingsException {
        return new NodeRunner(label(), definition.model(), parameters(variables), inputs, outputs);
    }

    /**
     * {@return the parameters, null if the node has none}
     *
     * @param variables the workflow's variables by name
     * @throws InvalidSettingsException if a setting is missing or has another type, or a variable does not fit
     */
    private NodeParameters parameters(Map<String, FlowVariable> variables) throws InvalidSettingsException {
        Class<? extends NodeParameters> type = definition.model().parametersClass().orElse(null);
        if (type == null) {
            return null;
        }
        NodeSettings model = new NodeSettings(MODEL);
        model().copyTo(model);
        if (settings.containsKey(VARIABLES)) {
            VariableOverrides.apply(settings.getNodeSettings(VARIABLES).getNodeSettings("tree"), model, variables);
        }
        return ParameterSettings.load(type, model);
    }
}
