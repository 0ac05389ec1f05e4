package org.physioclr.knime.host.workflow;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;

/** The settings of a node that variables take the place of. */
final class VariableOverrides {

    private static final String USED = "used_variable";

    private VariableOverrides() {
    }

    /**
     * Puts variables into settings.
     *
     * @param tree has for each overridden setting settings of the same path with the variable's name
     * @param model the settings to change
     * @param variables the variables by name
     * @throws InvalidSettingsException if a variable or a setting does not exist or their types differ
     */
    static void apply(NodeSettings tree, NodeSettings model, Map<String, FlowVariable> variables)
        throws InvalidSettingsException {
        for (String key : tree) {
            NodeSettings branch = tree.getNodeSettings(key);
            AbstractConfigEntry target = model.getEntry(key);
            if (target == null) {
                throw new InvalidSettingsException("There is no setting \"" + key + "\" for a variable to override");
            }
            if (!branch.containsKey(USED)) {
                apply(branch, model.getNodeSettings(key), variables);
            } else if (branch.getString(USED) != null) {
                FlowVariable variable = variables.get(branch.getString(USED));
                if (variable == null) {
                    throw new InvalidSettingsException("Unknown variable \"" + branch.getString(USED)
                        + "\" for the setting \"" + key + "\". Give it with -workflow.variable="
                        + branch.getString(USED) + ",value,type");
                }
                variable.putInto(model, key, target.getType());
            }
        }
    }
}
