package org.physioclr.host;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigEntries;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.physioclr.knime.host.settings.ParameterSettings;

/** Overwrites one setting of a node, and only one that exists with a value of its own type. */
final class SettingsEditor {

    private SettingsEditor() {
    }

    static void set(NodeSettings model, String path, Object value) {
        List<String> keys = Arrays.asList(path.split("/"));
        NodeSettings level = model;
        try {
            for (String key : keys.subList(0, keys.size() - 1)) {
                level = level.getNodeSettings(key);
            }
        } catch (InvalidSettingsException e) {
            throw new AssertionError("No settings \"" + path + "\": " + e.getMessage() + " There are " + level.keySet(),
                e);
        }
        String key = keys.get(keys.size() - 1);
        AbstractConfigEntry entry = level.getEntry(key);
        if (entry == null) {
            throw new AssertionError("No setting \"" + path + "\". There are " + level.keySet());
        }
        String presence = key + "_is_present";
        if (level.containsKey(presence)) {
            level.addBoolean(presence, !Optional.empty().equals(value));
        }
        if (!Optional.empty().equals(value)) {
            put(level, key, entry.getType(), value);
        }
    }

    private static void put(NodeSettings level, String key, ConfigEntries type, Object value) {
        ConfigEntries given;
        if (value instanceof Integer number) {
            given = ConfigEntries.xint;
            level.addInt(key, number);
        } else if (value instanceof Long number) {
            given = ConfigEntries.xlong;
            level.addLong(key, number);
        } else if (value instanceof Double number) {
            given = ConfigEntries.xdouble;
            level.addDouble(key, number);
        } else if (value instanceof Boolean truth) {
            given = ConfigEntries.xboolean;
            level.addBoolean(key, truth);
        } else if (value instanceof String[] texts) {
            given = ConfigEntries.config;
            level.addStringArray(key, texts);
        } else if (value instanceof Path path) {
            given = ConfigEntries.config;
            ParameterSettings.save(new FileSelection(new FSLocation(FSCategory.LOCAL, path.toString())),
                (NodeSettings) level.addNodeSettings(key));
        } else {
            given = ConfigEntries.xstring;
            level.addString(key, (String) value);
        }
        if (given != type) {
            throw new AssertionError("The setting \"" + key + "\" is of the type " + type + ", the test gives "
                + given);
        }
    }
}
