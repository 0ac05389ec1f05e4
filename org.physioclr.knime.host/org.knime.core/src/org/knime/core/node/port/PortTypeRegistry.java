package org.knime.core.node.port;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.physioclr.knime.host.registry.Extensions;

/** Knows the port types of all plug-ins. */
public final class PortTypeRegistry {

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private PortTypeRegistry() {
    }

    /** {@return the registry} */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /**
     * {@return the type of a class of objects}
     *
     * @param objectClass the class
     */
    public PortType getPortType(Class<? extends PortObject> objectClass) {
        return getPortType(objectClass, false);
    }

    /**
     * {@return the type of a class of objects}
     *
     * @param objectClass the class
     * @param isOptional whether the port need not be connected
     */
    public PortType getPortType(Class<? extends PortObject> objectClass, boolean isOptional) {
        if (objectClass == BufferedDataTable.class) {
            return new PortType(objectClass, DataTableSpec.class, isOptional, "Table");
        }
        Optional<Extensions.Port> port = Extensions.port(objectClass.getName());
        return new PortType(objectClass, port.<Class<? extends PortObjectSpec>>map(Extensions.Port::specClass)
            .orElse(PortObjectSpec.class), isOptional,
            port.map(Extensions.Port::name).orElse(objectClass.getSimpleName()));
    }

    /** {@return the types of tables and of everything that plug-ins contribute} */
    public Collection<PortType> availablePortTypes() {
        return Stream.concat(Stream.of(BufferedDataTable.TYPE),
            Extensions.ports().stream().map(name -> getPortType(getObjectClass(name).orElseThrow()))).toList();
    }

    /**
     * {@return the class of objects of that name, empty if no plug-in has it}
     *
     * @param className the name
     */
    public Optional<Class<? extends PortObject>> getObjectClass(String className) {
        if (className.equals(BufferedDataTable.class.getName())) {
            return Optional.of(BufferedDataTable.class);
        }
        return Extensions.port(className).map(Extensions.Port::objectClass);
    }
}
