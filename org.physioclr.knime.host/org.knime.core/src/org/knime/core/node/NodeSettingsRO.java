package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The settings of a node, to be read. */
public interface NodeSettingsRO extends ConfigRO {

    /**
     * {@return the settings held under a key}
     *
     * @param key the key
     * @throws InvalidSettingsException if there are none
     */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;

    /**
     * Adds all entries to other settings.
     *
     * @param target takes the entries
     */
    void copyTo(ConfigWO target);
}
