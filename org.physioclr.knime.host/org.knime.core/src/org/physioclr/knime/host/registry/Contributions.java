package org.physioclr.knime.host.registry;

import java.util.List;

import org.eclipse.core.runtime.RegistryFactory;

/** Where contributions to extension points are found. */
interface Contributions {

    /** {@return the elements contributed to an extension point} */
    List<Contribution> of(String extensionPoint);

    /** {@return Eclipse's registry, or outside OSGi the plugin.xml files on the class path} */
    static Contributions find() {
        return RegistryFactory.getRegistry() == null ? new PluginFiles() : new EclipseContributions();
    }

    /** An element. */
    interface Contribution {

        /** {@return an attribute, null if there is none of that name} */
        String attribute(String name);

        /** {@return the elements inside of that name} */
        List<Contribution> children(String name);

        /** {@return a new object of the class that an attribute names} */
        <T> T create(String attribute, Class<T> type);

        /** {@return the class that an attribute names} */
        <T> Class<? extends T> load(String attribute, Class<T> type);
    }
}
