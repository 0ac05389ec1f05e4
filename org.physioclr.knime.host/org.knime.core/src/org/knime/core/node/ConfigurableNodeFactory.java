package org.knime.core.node;

/**
 * Makes nodes whose ports can be changed.
 *
 * @param <T> the kind of node
 */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    /** For subclasses. */
    protected ConfigurableNodeFactory() {
        // subclasses hold the definition
    }
}
