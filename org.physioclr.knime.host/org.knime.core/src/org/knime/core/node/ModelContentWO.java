package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The content of a model, to be written. */
public interface ModelContentWO extends ConfigWO {

    /**
     * Adds empty content.
     *
     * @param key the key
     * @return the added content
     */
    ModelContentWO addModelContent(String key);

    /**
     * Adds content.
     *
     * @param content the content
     */
    void addModelContent(ModelContent content);
}
