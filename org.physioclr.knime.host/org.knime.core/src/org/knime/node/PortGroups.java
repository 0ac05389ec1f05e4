package org.knime.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.knime.core.node.port.PortType;
import org.physioclr.knime.host.node.PortGroup;

/** Collects the groups of ports of one node. */
final class PortGroups implements RequirePorts.DynamicPortsAdder {

    private final List<PortGroup> inputs = new ArrayList<>();
    private final List<PortGroup> outputs = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    @Override
    public RequirePorts.DynamicPortsAdder addInputPortGroup(String id,
        Function<RequirePorts.RequirePortName, RequirePorts.ConfigurablePort> group) {
        return add(inputs, id, group);
    }

    @Override
    public RequirePorts.DynamicPortsAdder addOutputPortGroup(String id,
        Function<RequirePorts.RequirePortName, RequirePorts.ConfigurablePort> group) {
        return add(outputs, id, group);
    }

    private PortGroups add(List<PortGroup> groups, String id,
        Function<RequirePorts.RequirePortName, RequirePorts.ConfigurablePort> definition) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException("Two groups of ports are called \"" + id + "\". Rename one.");
        }
        Draft draft = new Draft(id);
        definition.apply(name -> description -> draft.named(name, description));
        groups.add(draft.group());
        return this;
    }

    List<PortGroup> inputs() {
        return List.copyOf(inputs);
    }

    List<PortGroup> outputs() {
        return List.copyOf(outputs);
    }

    /** A group in the making. */
    private static final class Draft implements RequirePorts.RequireConfigurablePortMode,
        RequirePorts.ConfigurablePort.OptionalConfigurablePort,
        RequirePorts.ConfigurablePort.ExtendableConfigurablePort {

        private final String id;
        private String name;
        private String description;
        private int additions;
        private Optional<PortType> defaultType = Optional.empty();
        private Predicate<PortType> supported;

        Draft(String id) {
            this.id = id;
        }

        Draft named(String groupName, String groupDescription) {
            name = groupName;
            description = groupDescription;
            return this;
        }

        @Override
        public RequirePorts.ConfigurablePort.FinalConfigurablePort fixed(PortType type) {
            defaultType = Optional.of(type);
            supported = type::equals;
            return new RequirePorts.ConfigurablePort.FinalConfigurablePort();
        }

        @Override
        public RequirePorts.RequireSupportedTypes<RequirePorts.ConfigurablePort.OptionalConfigurablePort> optional() {
            additions = 1;
            return new Types<>(this, this);
        }

        @Override
        public RequirePorts.RequireSupportedTypes<RequirePorts.ConfigurablePort.ExtendableConfigurablePort>
            extendable() {
            additions = Integer.MAX_VALUE;
            return new Types<>(this, this);
        }

        @Override
        public RequirePorts.ConfigurablePort.FinalConfigurablePort defaultPortType(PortType type) {
            defaultType = Optional.of(type);
            return new RequirePorts.ConfigurablePort.FinalConfigurablePort();
        }

        PortGroup group() {
            if (supported == null) {
                throw new IllegalArgumentException("The group of ports \"" + id + "\" has no type.");
            }
            return new PortGroup(id, name, description, additions, defaultType, supported);
        }
    }

    /** The step that asks for the types of added ports. */
    private record Types<T>(Draft draft, T port) implements RequirePorts.RequireSupportedTypes<T> {

        @Override
        public T supportedTypes(Predicate<PortType> isSupported) {
            draft.supported = isSupported;
            return port;
        }

        @Override
        public T supportedTypes(PortType... types) {
            return supportedTypes(List.of(types)::contains);
        }
    }
}
