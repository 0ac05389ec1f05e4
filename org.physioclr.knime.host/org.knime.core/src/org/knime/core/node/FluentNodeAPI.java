package org.knime.core.node;

/** Marks the types of the fluent way to define a node. */
public interface FluentNodeAPI {
}
