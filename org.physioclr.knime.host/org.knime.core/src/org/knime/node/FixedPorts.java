package org.knime.node;

import org.knime.core.node.port.PortType;

/** Adds ports that are always there as groups whose identifier is the port's name. */
record FixedPorts(RequirePorts.DynamicPortsAdder groups) implements RequirePorts.PortsAdder {

    @Override
    public RequirePorts.PortsAdder addInputPort(String name, String description, PortType type) {
        groups.addInputPortGroup(name, group -> group.name(name).description(description).fixed(type));
        return this;
    }

    @Override
    public RequirePorts.PortsAdder addOutputPort(String name, String description, PortType type) {
        groups.addOutputPortGroup(name, group -> group.name(name).description(description).fixed(type));
        return this;
    }
}
