package org.knime.core.node.config;

import java.lang.Iterable;
import java.util.Iterator;

import javax.swing.tree.TreeNode;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Settings that can be read. */
public interface ConfigRO extends ConfigBaseRO, TreeNode, Iterable<String> {

    /**
     * {@return the settings held under a key}
     *
     * @param key the key
     * @throws InvalidSettingsException if there are none
     */
    Config getConfig(String key) throws InvalidSettingsException;

    @Override
    Iterator<String> iterator();
}
