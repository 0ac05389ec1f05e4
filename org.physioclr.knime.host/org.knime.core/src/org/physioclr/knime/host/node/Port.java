package org.physioclr.knime.host.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * A port of a node in a workflow.
 *
 * @param name the name of its group
 * @param type what it lets through
 */
public record Port(String name, PortType type) {

    /**
     * {@return the ports that a node has}
     *
     * @param groups the groups of one side in order
     * @param creation the node's creation settings, which tell the types of optional ports
     * @throws InvalidSettingsException if an optional port has a type that is unknown or does not fit
     */
    public static List<Port> of(List<PortGroup> groups, NodeSettings creation) throws InvalidSettingsException {
        List<Port> ports = new ArrayList<>();
        for (PortGroup group : groups) {
            if (!group.optional()) {
                ports.add(new Port(group.name(), group.defaultType().orElseThrow()));
            } else if (creation.containsKey(group.id())) {
                NodeSettings added = creation.getNodeSettings(group.id());
                for (int k = 0; k < group.additions() && added.containsKey("port_" + k); k++) {
                    ports.add(new Port(group.name(), added(group, added.getNodeSettings("port_" + k))));
                }
            }
        }
        return List.copyOf(ports);
    }

    private static PortType added(PortGroup group, NodeSettings settings) throws InvalidSettingsException {
        String className = settings.getString("object_class");
        Optional<Class<? extends PortObject>> objectClass = PortTypeRegistry.getInstance().getObjectClass(className);
        return objectClass.map(PortTypeRegistry.getInstance()::getPortType)
            .filter(group.supported()).orElseThrow(() -> new InvalidSettingsException(
                "The port \"" + group.id() + "\" can't have the type " + className));
    }
}
