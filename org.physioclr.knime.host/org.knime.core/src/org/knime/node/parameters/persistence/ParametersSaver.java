package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Writes a value to settings.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface ParametersSaver<T> {

    /**
     * Writes.
     *
     * @param value the value
     * @param settings the settings on the level of the parameter
     */
    void save(T value, NodeSettingsWO settings);
}
