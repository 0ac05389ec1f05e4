package org.knime.node.parameters.updates;

/** Names a button so that computations can wait for its click. */
public interface ButtonReference {
}
