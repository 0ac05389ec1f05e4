package org.knime.core.node.config;

import org.knime.core.node.config.base.ConfigBaseWO;

/** Settings that can be written. */
public interface ConfigWO extends ConfigBaseWO {

    /**
     * Adds empty settings.
     *
     * @param key the key
     * @return the added settings
     */
    Config addConfig(String key);
}
