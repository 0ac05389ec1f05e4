package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The parameters of a node: a class whose fields are its settings and whose annotations lay out its dialog. It needs a
 * constructor without arguments, or one that takes a {@link NodeParametersInput}, and the fields' values after
 * construction are the defaults.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Checks what no single control can check. Called before the settings are used and when the dialog is applied.
     *
     * @throws InvalidSettingsException with a message that names the parameter and the remedy
     */
    default void validate() throws InvalidSettingsException {
        // every combination is valid unless a node says otherwise
    }
}
