package org.knime.core.node.config.base;

import java.io.Serializable;
import java.lang.Object;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;

import javax.swing.tree.TreeNode;

/** An entry of settings: a value, or further settings. */
public abstract class AbstractConfigEntry implements Serializable, TreeNode {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final ConfigEntries type;
    private AbstractConfigEntry parent;

    AbstractConfigEntry(String key, ConfigEntries type) {
        this.key = Objects.requireNonNull(key, "key");
        this.type = type;
    }

    /** {@return the key} */
    public final String getKey() {
        return key;
    }

    /** {@return the type} */
    public final ConfigEntries getType() {
        return type;
    }

    /** {@return the value as text for people} */
    public abstract String toStringValue();

    abstract boolean sameValue(AbstractConfigEntry other);

    abstract int valueHash();

    @Override
    public final TreeNode getParent() {
        return parent;
    }

    /**
     * Sets the settings that hold this entry.
     *
     * @param parent those settings
     */
    public final void setParent(AbstractConfigEntry parent) {
        this.parent = parent;
    }

    @Override
    public final boolean getAllowsChildren() {
        return !isLeaf();
    }

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int getChildCount() {
        return 0;
    }

    @Override
    public TreeNode getChildAt(int index) {
        throw new IndexOutOfBoundsException("The entry \"" + key + "\" is a value and holds no others.");
    }

    @Override
    public int getIndex(TreeNode node) {
        return Collections.list(children()).indexOf(node);
    }

    @Override
    public Enumeration<TreeNode> children() {
        return Collections.emptyEnumeration();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AbstractConfigEntry that && key.equals(that.key) && type == that.type
            && sameValue(that);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + valueHash();
    }

    @Override
    public String toString() {
        return key + "=" + toStringValue();
    }
}
