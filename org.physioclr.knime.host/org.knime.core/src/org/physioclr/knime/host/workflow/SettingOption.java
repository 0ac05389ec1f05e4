package org.physioclr.knime.host.workflow;

import java.util.Arrays;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * A setting of a node that a batch run overwrites.
 *
 * @param nodeId the node
 * @param path the keys below the node's model settings, outermost first
 * @param value the value as text
 * @param type the name of its type
 */
public record SettingOption(int nodeId, List<String> path, String value, String type) {

    private static final String FORM = "-option needs nodeID,path,value,type with one of the types int, long, short, "
        + "byte, boolean, char, float, double and String, not ";

    /**
     * {@return an option as it is given to a batch run}
     *
     * @param option {@code nodeID,name/sub-name,value,type}; the value may have commas
     * @throws IllegalArgumentException if it is malformed, with what is expected
     */
    public static SettingOption parse(String option) {
        String[] head = option.split(",", 3);
        int last = option.lastIndexOf(',');
        if (head.length < 3 || last < option.length() - head[2].length() || !head[0].matches("\\d{1,9}")) {
            throw new IllegalArgumentException(FORM + option);
        }
        String rest = head[2];
        int comma = rest.lastIndexOf(',');
        return new SettingOption(Integer.parseInt(head[0]), Arrays.asList(head[1].split("/")),
            rest.substring(0, comma), rest.substring(comma + 1));
    }

    /**
     * Overwrites the setting.
     *
     * @param model the settings of the node
     * @throws InvalidSettingsException if there is no such setting
     * @throws IllegalArgumentException if the value is not of the type
     */
    void apply(NodeSettings model) throws InvalidSettingsException {
        NodeSettings level = model;
        for (String key : path.subList(0, path.size() - 1)) {
            level = level.getNodeSettings(key);
        }
        String key = path.get(path.size() - 1);
        if (!level.containsKey(key)) {
            throw new InvalidSettingsException("There is no setting \"" + String.join("/", path) + "\" in node "
                + nodeId + ". It has " + String.join(", ", level.keySet()));
        }
        switch (type) {
            case "int", "IntCell" -> level.addInt(key, Integer.parseInt(value));
            case "long", "LongCell" -> level.addLong(key, Long.parseLong(value));
            case "short" -> level.addShort(key, Short.parseShort(value));
            case "byte" -> level.addByte(key, Byte.parseByte(value));
            case "boolean" -> level.addBoolean(key, Boolean.parseBoolean(value));
            case "char" -> level.addChar(key, value.charAt(0));
            case "float" -> level.addFloat(key, Float.parseFloat(value));
            case "double", "DoubleCell" -> level.addDouble(key, Double.parseDouble(value));
            case "String", "StringCell" -> level.addString(key, value);
            default -> throw new IllegalArgumentException(FORM + "the type " + type);
        }
    }
}
