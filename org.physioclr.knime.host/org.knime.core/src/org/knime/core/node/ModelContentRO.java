package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** The content of a model, to be read. */
public interface ModelContentRO extends ConfigRO {

    /**
     * {@return the content held under a key}
     *
     * @param key the key
     * @throws InvalidSettingsException if there is none
     */
    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
