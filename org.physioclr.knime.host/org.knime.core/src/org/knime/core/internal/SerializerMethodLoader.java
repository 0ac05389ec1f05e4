package org.knime.core.internal;

/** Names what all serializers have in common. */
public final class SerializerMethodLoader {

    private SerializerMethodLoader() {
    }

    /**
     * Anything that writes and reads objects of a class.
     *
     * @param <T> the class
     */
    public interface Serializer<T> {
    }
}
