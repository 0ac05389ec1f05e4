package org.knime.core.data;

/** What is known of a kind of value that plug-ins may add renderers for. */
public abstract class ExtensibleUtilityFactory extends DataValue.UtilityFactory {

    /** The kind of value. */
    protected final Class<? extends DataValue> m_valueClass;

    /**
     * For subclasses.
     *
     * @param valueClass the kind of value
     */
    public ExtensibleUtilityFactory(Class<? extends DataValue> valueClass) {
        m_valueClass = valueClass;
    }

    /** {@return the name for people} */
    public abstract String getName();

    /** {@return the name of the group in which it is listed} */
    public String getGroupName() {
        return "Basic";
    }
}
