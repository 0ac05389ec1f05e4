package org.physioclr.knime.host.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.DataCellSerializer;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** What plug-ins contribute to KNIME's extension points. */
public final class Extensions {

    private static final String DATA_TYPE = "org.knime.core.DataType";
    private static final String PORT_TYPE = "org.knime.core.PortType";
    private static final String NODES = "org.knime.workbench.repository.nodes";

    private static final Contributions CONTRIBUTIONS = Contributions.find();
    private static final Map<String, DataCellSerializer<?>> SERIALIZERS = new ConcurrentHashMap<>();

    private Extensions() {
    }

    /**
     * A port type.
     *
     * @param name the name for people
     * @param objectClass the class of the objects
     * @param specClass the class of their structures
     */
    public record Port(String name, Class<? extends PortObject> objectClass,
        Class<? extends PortObjectSpec> specClass) {
    }

    /**
     * {@return what writes and reads cells of a class}
     *
     * @param cellClass the name of the class
     */
    public static DataCellSerializer<?> serializer(String cellClass) {
        return SERIALIZERS.computeIfAbsent(cellClass, name -> CONTRIBUTIONS.of(DATA_TYPE).stream()
            .flatMap(type -> type.children("serializer").stream())
            .filter(element -> name.equals(element.attribute("cellClass"))).findFirst()
            .map(element -> element.create("serializerClass", DataCellSerializer.class))
            .orElseThrow(() -> new IllegalStateException("No plug-in contributes a serializer for " + name
                + " to the extension point " + DATA_TYPE)));
    }

    /**
     * {@return the port type of a class of objects, empty if no plug-in contributes it}
     *
     * @param objectClass the name of the class
     */
    public static Optional<Port> port(String objectClass) {
        return CONTRIBUTIONS.of(PORT_TYPE).stream()
            .filter(element -> objectClass.equals(element.attribute("objectClass"))).findFirst()
            .map(element -> new Port(element.attribute("name"), element.load("objectClass", PortObject.class),
                element.load("specClass", PortObjectSpec.class)));
    }

    /** {@return the names of the classes of all port objects that plug-ins contribute} */
    public static List<String> ports() {
        return CONTRIBUTIONS.of(PORT_TYPE).stream().map(element -> element.attribute("objectClass")).toList();
    }

    /**
     * {@return a new factory of a node, empty if no plug-in contributes it}
     *
     * @param factoryClass the name of its class
     */
    public static Optional<Object> nodeFactory(String factoryClass) {
        return CONTRIBUTIONS.of(NODES).stream()
            .filter(element -> factoryClass.equals(element.attribute("factory-class"))).findFirst()
            .map(element -> element.create("factory-class", Object.class));
    }

    /** {@return the names of the classes of all node factories} */
    public static List<String> nodeFactories() {
        return CONTRIBUTIONS.of(NODES).stream().map(element -> element.attribute("factory-class")).toList();
    }
}
