package org.knime.core.webui.node.dialog.configmapping;

import java.lang.Object;
import java.util.List;

/** A path of keys through settings. */
public final class ConfigPath {

    private final List<String> keys;

    /**
     * A path.
     *
     * @param path the keys, outermost first
     */
    public ConfigPath(List<String> path) {
        keys = List.copyOf(path);
    }

    /** {@return the keys, outermost first} */
    public List<String> path() {
        return keys;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigPath that && keys.equals(that.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
