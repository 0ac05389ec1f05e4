package org.physioclr.knime.host.settings;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Paths of keys through nested settings. */
public final class SettingsPaths {

    private SettingsPaths() {
    }

    /**
     * {@return whether settings have a value or further settings under a path}
     *
     * @param settings the outermost settings
     * @param path the keys, outermost first
     */
    public static boolean contains(ConfigBaseRO settings, List<String> path) {
        ConfigBaseRO level = settings;
        try {
            for (String key : path.subList(0, path.size() - 1)) {
                level = level.getConfigBase(key);
            }
        } catch (InvalidSettingsException e) {
            return false;
        }
        return level.containsKey(path.get(path.size() - 1));
    }
}
