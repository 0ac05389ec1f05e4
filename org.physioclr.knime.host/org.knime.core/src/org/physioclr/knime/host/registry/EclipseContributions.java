package org.physioclr.knime.host.registry;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.RegistryFactory;
import org.osgi.framework.Bundle;

/** The contributions that Eclipse's registry knows. */
final class EclipseContributions implements Contributions {

    @Override
    public List<Contribution> of(String extensionPoint) {
        return Stream.of(RegistryFactory.getRegistry().getConfigurationElementsFor(extensionPoint))
            .<Contribution>map(Element::new).toList();
    }

    private record Element(IConfigurationElement element) implements Contribution {

        @Override
        public String attribute(String name) {
            return element.getAttribute(name);
        }

        @Override
        public List<Contribution> children(String name) {
            return Stream.of(element.getChildren(name)).<Contribution>map(Element::new).toList();
        }

        @Override
        public <T> T create(String attribute, Class<T> type) {
            try {
                return type.cast(element.createExecutableExtension(attribute));
            } catch (CoreException e) {
                throw new IllegalStateException(attribute(attribute) + " can't be created: " + e.getMessage(), e);
            }
        }

        @Override
        public <T> Class<? extends T> load(String attribute, Class<T> type) {
            Bundle bundle = Platform.getBundle(element.getContributor().getName());
            try {
                return bundle.loadClass(attribute(attribute)).asSubclass(type);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(bundle.getSymbolicName() + " has no class " + attribute(attribute), e);
            }
        }
    }
}
