package org.knime.core.node.config.base;

import java.util.Objects;

/** A value, kept as the text that is saved. */
final class ConfigValue extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final String text;

    ConfigValue(String key, ConfigEntries type, String text) {
        super(key, type);
        this.text = text;
    }

    /** {@return the value as it is saved, or null} */
    String text() {
        return text;
    }

    ConfigValue copy() {
        return new ConfigValue(getKey(), getType(), text);
    }

    @Override
    public String toStringValue() {
        return text;
    }

    @Override
    boolean sameValue(AbstractConfigEntry other) {
        return other instanceof ConfigValue that && Objects.equals(text, that.text);
    }

    @Override
    int valueHash() {
        return Objects.hashCode(text);
    }
}
