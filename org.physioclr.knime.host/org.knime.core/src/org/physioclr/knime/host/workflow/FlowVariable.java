package org.physioclr.knime.host.workflow;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * A variable of a workflow.
 *
 * @param name the name
 * @param type the type
 * @param text the value as text
 */
public record FlowVariable(String name, Type type, String text) {

    /** The types of variables, by the names of saved workflows. */
    public enum Type {
        /** Text. */
        STRING("String"),
        /** A whole number. */
        INTEGER("int"),
        /** A number. */
        DOUBLE("double");

        private final String batchName;

        Type(String batchName) {
            this.batchName = batchName;
        }
    }

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the text is not a value of the type
     */
    public FlowVariable {
        switch (type) {
            case INTEGER -> Integer.parseInt(text);
            case DOUBLE -> Double.parseDouble(text);
            case STRING -> { }
        }
    }

    /** {@return a value without the quotes that KNIME's batch options allow around it} */
    static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
            ? value.substring(1, value.length() - 1) : value;
    }

    /**
     * {@return a variable as it is given to a batch run}
     *
     * @param option {@code name,value,type}; the value may have commas and stand in quotes
     * @throws IllegalArgumentException if it is malformed, with what is expected
     */
    public static FlowVariable parse(String option) {
        int first = option.indexOf(',');
        int last = option.lastIndexOf(',');
        if (first > 0 && last > first) {
            String typeName = option.substring(last + 1);
            for (Type type : Type.values()) {
                if (type.batchName.equals(typeName)) {
                    return of(option.substring(0, first), type, unquoted(option.substring(first + 1, last)));
                }
            }
        }
        throw new IllegalArgumentException("-workflow.variable needs name,value,type with the type String, int or "
            + "double, not " + option);
    }

    private static FlowVariable of(String name, Type type, String text) {
        try {
            return new FlowVariable(name, type, text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The value of the variable " + name + ", \"" + text + "\", is no "
                + type.batchName, e);
        }
    }

    static FlowVariable load(NodeSettings settings) throws InvalidSettingsException {
        Type type;
        String typeName = settings.getString("class");
        try {
            type = Type.valueOf(typeName);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException("The variable \"" + settings.getString("name") + "\" has the type "
                + typeName + ", which this host does not know", e);
        }
        AbstractConfigEntry value = settings.getEntry("value");
        if (value == null || value.toStringValue() == null) {
            throw new InvalidSettingsException("The variable \"" + settings.getString("name") + "\" has no value");
        }
        return new FlowVariable(settings.getString("name"), type, value.toStringValue());
    }

    void save(NodeSettings settings) {
        settings.addString("name", name);
        settings.addString("class", type.name());
        switch (type) {
            case STRING -> settings.addString("value", text);
            case INTEGER -> settings.addInt("value", Integer.parseInt(text));
            case DOUBLE -> settings.addDouble("value", Double.parseDouble(text));
        }
    }

    /**
     * Overwrites a setting.
     *
     * @throws InvalidSettingsException if the setting has a type that this variable can't give
     */
    void putInto(NodeSettings settings, String key, ConfigEntries settingType) throws InvalidSettingsException {
        switch (settingType) {
            case xstring -> settings.addString(key, text);
            case xint -> settings.addInt(key, Integer.parseInt(required(key, settingType, Type.INTEGER)));
            case xlong -> settings.addLong(key, Integer.parseInt(required(key, settingType, Type.INTEGER)));
            case xdouble -> settings.addDouble(key,
                Double.parseDouble(required(key, settingType, type == Type.INTEGER ? type : Type.DOUBLE)));
            case xboolean -> settings.addBoolean(key, truth(required(key, settingType, Type.STRING), key));
            default -> throw mismatch(key, settingType);
        }
    }

    private boolean truth(String value, String key) throws InvalidSettingsException {
        if (!value.equals("true") && !value.equals("false")) {
            throw mismatch(key, ConfigEntries.xboolean);
        }
        return value.equals("true");
    }

    private String required(String key, ConfigEntries settingType, Type needed) throws InvalidSettingsException {
        if (type != needed) {
            throw mismatch(key, settingType);
        }
        return text;
    }

    private InvalidSettingsException mismatch(String key, ConfigEntries settingType) {
        return new InvalidSettingsException("Can't evaluate variable \"" + name + "\" as " + settingType
            + " expression for the setting \"" + key + "\", it is a " + type + " with the value \"" + text + "\"");
    }
}
