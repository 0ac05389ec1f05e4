package org.knime.core.data.renderer;

/** Makes renderers and is told apart by its class. */
public abstract class AbstractDataValueRendererFactory implements DataValueRendererFactory {

    /** For subclasses. */
    public AbstractDataValueRendererFactory() {
        // no state
    }

    @Override
    public final String getId() {
        return getClass().getName();
    }

    @Override
    public boolean equals(Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }
}
