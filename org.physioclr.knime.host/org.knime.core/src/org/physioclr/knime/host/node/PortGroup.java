package org.physioclr.knime.host.node;

import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.node.port.PortType;

/**
 * A port that is always there or that the user may add.
 *
 * @param id the identifier in saved workflows
 * @param name the name
 * @param description text with simple HTML
 * @param optional whether the user may add it
 * @param defaultType the type of a fixed port, or of an optional one in new nodes; empty if new nodes lack it
 * @param supported tells which types the port may have
 */
public record PortGroup(String id, String name, String description, boolean optional, Optional<PortType> defaultType,
    Predicate<PortType> supported) {
}
