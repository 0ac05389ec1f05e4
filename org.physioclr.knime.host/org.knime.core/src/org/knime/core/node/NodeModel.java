package org.knime.core.node;

/**
 * The running part of a node. Only nodes defined by {@link org.knime.node.DefaultNode} run in this host, and those need
 * no model of their own; the type stands in the signatures of the factories.
 */
public abstract class NodeModel {

    NodeModel() {
        // not for subclasses outside the host
    }
}
