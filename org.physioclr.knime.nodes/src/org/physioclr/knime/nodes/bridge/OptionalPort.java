package org.physioclr.knime.nodes.bridge;

import java.util.Arrays;
import java.util.Optional;

/** Finds what comes in at an optional port: its type tells it apart, as its place depends on which ports there are. */
public final class OptionalPort {

    private OptionalPort() {
    }

    /** The first of a node's inputs (objects or specs) that has the type. */
    public static <T> Optional<T> find(Object[] inputs, Class<T> type) {
        return Arrays.stream(inputs).filter(type::isInstance).map(type::cast).findFirst();
    }
}
