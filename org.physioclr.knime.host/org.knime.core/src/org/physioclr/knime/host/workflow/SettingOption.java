package org.physioclr.knime.host.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * A setting of a node that a batch run overwrites.
 *
 * @param nodeId the node
 * @param path the keys below the node's model settings, outermost first
 * @param value the value as text
 * @param type its type
 */
public record SettingOption(int nodeId, List<String> path, String value, ConfigEntries type) {

    private static final String FORM = "-option needs nodeID,path,value,type with one of the types int, long, short, "
        + "byte, boolean, char, float, double, String, StringCell, DoubleCell, IntCell and LongCell, not ";

    private static final Map<String, ConfigEntries> TYPES = Map.ofEntries(Map.entry("int", ConfigEntries.xint),
        Map.entry("IntCell", ConfigEntries.xint), Map.entry("long", ConfigEntries.xlong),
        Map.entry("LongCell", ConfigEntries.xlong), Map.entry("short", ConfigEntries.xshort),
        Map.entry("byte", ConfigEntries.xbyte), Map.entry("boolean", ConfigEntries.xboolean),
        Map.entry("char", ConfigEntries.xchar), Map.entry("float", ConfigEntries.xfloat),
        Map.entry("double", ConfigEntries.xdouble), Map.entry("DoubleCell", ConfigEntries.xdouble),
        Map.entry("String", ConfigEntries.xstring), Map.entry("StringCell", ConfigEntries.xstring));

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the text is not a value of the type
     */
    public SettingOption {
        path = List.copyOf(path);
        try {
            put(new NodeSettings("check"), "value", value, type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The value \"" + value + "\" for the setting "
                + String.join("/", path) + " of node " + nodeId + " is not of its type, " + type, e);
        }
    }

    /**
     * {@return an option as it is given to a batch run}
     *
     * @param option {@code nodeID,name/sub-name,value,type}; the value may have commas and stand in quotes
     * @throws IllegalArgumentException if it is malformed, with what is expected
     */
    public static SettingOption parse(String option) {
        String[] head = option.split(",", 3);
        int comma = head.length < 3 ? -1 : head[2].lastIndexOf(',');
        ConfigEntries type = comma < 0 ? null : TYPES.get(head[2].substring(comma + 1));
        if (type == null || !head[0].matches("\\d{1,9}") || head[1].isEmpty()) {
            throw new IllegalArgumentException(FORM + option);
        }
        return new SettingOption(Integer.parseInt(head[0]), Arrays.asList(head[1].split("/")),
            FlowVariable.unquoted(head[2].substring(0, comma)), type);
    }

    /**
     * Overwrites the setting.
     *
     * @param model the settings of the node
     * @throws IllegalArgumentException if there is no such setting, or it has another type
     */
    void apply(NodeSettings model) {
        NodeSettings level = model;
        for (String key : path.subList(0, path.size() - 1)) {
            level = inner(level, key);
        }
        String key = path.get(path.size() - 1);
        AbstractConfigEntry entry = level.getEntry(key);
        if (entry == null || entry.getType() == ConfigEntries.config) {
            throw missing(level);
        }
        if (entry.getType() != type) {
            throw new IllegalArgumentException("The setting " + String.join("/", path) + " of node " + nodeId
                + " has the type " + entry.getType() + ", not " + type);
        }
        put(level, key, value, type);
    }

    private static void put(NodeSettings level, String key, String value, ConfigEntries type) {
        switch (type) {
            case xint -> level.addInt(key, Integer.parseInt(value));
            case xlong -> level.addLong(key, Long.parseLong(value));
            case xshort -> level.addShort(key, Short.parseShort(value));
            case xbyte -> level.addByte(key, Byte.parseByte(value));
            case xfloat -> level.addFloat(key, Float.parseFloat(value));
            case xdouble -> level.addDouble(key, Double.parseDouble(value));
            case xboolean -> level.addBoolean(key, truth(value));
            case xchar -> level.addChar(key, onlyCharacter(value));
            default -> level.addString(key, value);
        }
    }

    private static boolean truth(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return value.equals("true");
    }

    private static char onlyCharacter(String value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException("not one character");
        }
        return value.charAt(0);
    }

    private NodeSettings inner(NodeSettings level, String key) {
        try {
            return level.getNodeSettings(key);
        } catch (InvalidSettingsException e) {
            throw missing(level);
        }
    }

    private IllegalArgumentException missing(NodeSettings level) {
        return new IllegalArgumentException("Node " + nodeId + " has no setting " + String.join("/", path)
            + ". There are " + String.join(", ", level.keySet()));
    }
}
