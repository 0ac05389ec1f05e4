package org.physioclr.knime.host.node;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;

import org.knime.node.DefaultNodeFactory;

/**
 * Finds the definition that a factory was made from. KNIME's factory type has no public member that gives it away, so
 * the factories' common superclass records it here.
 */
public final class NodeDefinitions {

    private static final Map<DefaultNodeFactory, NodeDefinition> BY_FACTORY =
        Collections.synchronizedMap(new WeakHashMap<>());

    private NodeDefinitions() {
    }

    /**
     * Records a definition; called by the constructor of {@link DefaultNodeFactory}.
     *
     * @param factory the factory
     * @param definition what it makes
     */
    public static void register(DefaultNodeFactory factory, NodeDefinition definition) {
        BY_FACTORY.put(factory, definition);
    }

    /**
     * {@return what a factory makes}
     *
     * @param factory the factory
     */
    public static NodeDefinition of(DefaultNodeFactory factory) {
        return Objects.requireNonNull(BY_FACTORY.get(factory), "a factory registers itself when it is made");
    }
}
