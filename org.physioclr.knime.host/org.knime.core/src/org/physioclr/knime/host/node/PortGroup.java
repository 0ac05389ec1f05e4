package org.physioclr.knime.host.node;

import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.node.port.PortType;

/**
 * A port that is always there, or ports that the user may add.
 *
 * @param id the identifier in saved workflows
 * @param name the name
 * @param description text with simple HTML
 * @param additions how many of it the user may add; 0 for a port that is always there
 * @param defaultType the type of a fixed port, or of an optional one in new nodes; empty if new nodes lack it
 * @param supported tells which types the port may have
 */
public record PortGroup(String id, String name, String description, int additions, Optional<PortType> defaultType,
    Predicate<PortType> supported) {

    /** {@return whether the port is there only if the user has added it} */
    public boolean optional() {
        return additions > 0;
    }
}
