package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The settings of a node, to be written. */
public interface NodeSettingsWO extends ConfigWO {

    /**
     * Adds empty settings.
     *
     * @param key the key
     * @return the added settings
     */
    NodeSettingsWO addNodeSettings(String key);

    /**
     * Adds settings.
     *
     * @param settings the settings
     */
    void addNodeSettings(NodeSettings settings);
}
