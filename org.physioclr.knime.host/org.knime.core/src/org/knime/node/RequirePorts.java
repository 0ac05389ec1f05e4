package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;

/** Step: the ports. */
public interface RequirePorts {

    /**
     * {@return the next step}
     *
     * @param portsAdder takes ports that may also be optional
     */
    DefaultNode.RequireModel dynamicPorts(Consumer<DynamicPortsAdder> portsAdder);

    /**
     * {@return the next step}
     *
     * @param portsAdder takes ports that are always there
     */
    default DefaultNode.RequireModel ports(Consumer<PortsAdder> portsAdder) {
        return dynamicPorts(dynamic -> portsAdder.accept(new FixedPorts(dynamic)));
    }

    /** Takes ports that are always there. A port's name is part of saved workflows. */
    interface PortsAdder {

        /**
         * Adds an input.
         *
         * @param name unique among all ports
         * @param description text with simple HTML
         * @param type the type
         * @return this
         */
        PortsAdder addInputPort(String name, String description, PortType type);

        /**
         * Adds an output.
         *
         * @param name unique among all ports
         * @param description text with simple HTML
         * @param type the type
         * @return this
         */
        PortsAdder addOutputPort(String name, String description, PortType type);

        /**
         * Adds an input table.
         *
         * @param name unique among all ports
         * @param description text with simple HTML
         * @return this
         */
        default PortsAdder addInputTable(String name, String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
         * Adds an output table.
         *
         * @param name unique among all ports
         * @param description text with simple HTML
         * @return this
         */
        default PortsAdder addOutputTable(String name, String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Takes groups of ports. A group's identifier is part of saved workflows. */
    interface DynamicPortsAdder {

        /**
         * Adds an input group.
         *
         * @param id unique among all groups
         * @param group defines the group
         * @return this
         */
        DynamicPortsAdder addInputPortGroup(String id, Function<RequirePortName, ConfigurablePort> group);

        /**
         * Adds an output group.
         *
         * @param id unique among all groups
         * @param group defines the group
         * @return this
         */
        DynamicPortsAdder addOutputPortGroup(String id, Function<RequirePortName, ConfigurablePort> group);
    }

    /** Step: the group's name. */
    @FunctionalInterface
    interface RequirePortName {

        /**
         * {@return the next step}
         *
         * @param name the name
         */
        RequirePortDescription name(String name);
    }

    /** Step: the group's description. */
    @FunctionalInterface
    interface RequirePortDescription {

        /**
         * {@return the next step}
         *
         * @param description text with simple HTML
         */
        RequireConfigurablePortMode description(String description);
    }

    /** Step: whether the port is always there. */
    interface RequireConfigurablePortMode {

        /**
         * {@return a port that is always there}
         *
         * @param type the type
         */
        ConfigurablePort.FinalConfigurablePort fixed(PortType type);

        /** {@return a port that the user may add} */
        RequireSupportedTypes<ConfigurablePort.OptionalConfigurablePort> optional();

        /** {@return a port that the user may add any number of times} */
        RequireSupportedTypes<ConfigurablePort.ExtendableConfigurablePort> extendable();
    }

    /**
     * Step: the types a port may have.
     *
     * @param <T> the kind of port
     */
    interface RequireSupportedTypes<T> {

        /**
         * {@return the port}
         *
         * @param isSupported tells which types it may have
         */
        T supportedTypes(Predicate<PortType> isSupported);

        /**
         * {@return the port}
         *
         * @param types the types it may have
         */
        T supportedTypes(PortType... types);
    }

    /** A group of ports. */
    sealed interface ConfigurablePort {

        /** A group without further choices. */
        final class FinalConfigurablePort implements ConfigurablePort {

            /** The group is complete. */
            public FinalConfigurablePort() {
                // a marker: the group was recorded by the step before
            }
        }

        /** A port that the user may add. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {

            /**
             * {@return the group}
             *
             * @param defaultPortType the type of the port that new nodes have
             */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }

        /** A port that the user may add any number of times. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {
        }
    }
}
