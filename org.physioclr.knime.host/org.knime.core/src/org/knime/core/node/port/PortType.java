package org.knime.core.node.port;

import java.util.Objects;

/** What a port lets through. */
public final class PortType {

    private final Class<? extends PortObject> objectClass;
    private final Class<? extends PortObjectSpec> specClass;
    private final boolean optional;
    private final String name;

    PortType(Class<? extends PortObject> objectClass, Class<? extends PortObjectSpec> specClass, boolean optional,
        String name) {
        this.objectClass = Objects.requireNonNull(objectClass);
        this.specClass = Objects.requireNonNull(specClass);
        this.optional = optional;
        this.name = name;
    }

    /** {@return the class of the objects} */
    public Class<? extends PortObject> getPortObjectClass() {
        return objectClass;
    }

    /** {@return the class of their structures} */
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return specClass;
    }

    /** {@return whether the port need not be connected} */
    public boolean isOptional() {
        return optional;
    }

    /** {@return the name for people} */
    public String getName() {
        return name;
    }

    /**
     * {@return whether objects of a class may pass}
     *
     * @param cl the class
     */
    public boolean acceptsPortObjectClass(Class<? extends PortObject> cl) {
        return objectClass.isAssignableFrom(cl);
    }

    /**
     * {@return whether an object may pass}
     *
     * @param obj the object
     */
    public boolean acceptsPortObject(PortObject obj) {
        return objectClass.isInstance(obj);
    }

    /**
     * {@return whether a structure fits}
     *
     * @param spec the structure
     */
    public boolean acceptsPortObjectSpec(PortObjectSpec spec) {
        return specClass.isInstance(spec);
    }

    /**
     * {@return whether everything that passes another port passes this one}
     *
     * @param subType the other port's type
     */
    public boolean isSuperTypeOf(PortType subType) {
        return objectClass.isAssignableFrom(subType.objectClass);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortType type && objectClass == type.objectClass && optional == type.optional;
    }

    @Override
    public int hashCode() {
        return objectClass.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
