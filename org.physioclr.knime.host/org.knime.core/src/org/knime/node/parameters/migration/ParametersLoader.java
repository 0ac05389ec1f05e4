package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Reads a value from settings.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface ParametersLoader<T> {

    /**
     * {@return the value}
     *
     * @param settings the settings on the level of the parameter
     * @throws InvalidSettingsException if a key is missing or of another type
     */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
