package org.physioclr.knime.host.registry;

import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Finds files that are part of a bundle but not of its class path, such as the pages of views. */
public final class BundleFiles {

    private BundleFiles() {
    }

    /**
     * {@return the address of a file or folder below the root of the bundle that a class belongs to}
     *
     * <p>Outside OSGi the root is the place that the class was loaded from, or one of the folders above it when the
     * classes lie in a build folder of the bundle's project.
     *
     * @param bundleClass the class
     * @param path path from the root, with {@code /}; a folder ends with {@code /}
     */
    public static Optional<URL> find(Class<?> bundleClass, String path) {
        Bundle bundle = FrameworkUtil.getBundle(bundleClass);
        if (bundle != null) {
            return Optional.ofNullable(bundle.getEntry(path));
        }
        URL onClassPath = bundleClass.getResource("/" + path);
        return onClassPath != null ? Optional.of(onClassPath) : findAroundClasses(bundleClass, path);
    }

    private static Optional<URL> findAroundClasses(Class<?> bundleClass, String path) {
        try {
            Path folder = Path.of(bundleClass.getProtectionDomain().getCodeSource().getLocation().toURI());
            // classes of a project lie at most two folders below its root (target/classes)
            for (int level = 0; level <= 2 && folder != null; level++, folder = folder.getParent()) {
                Path found = folder.resolve(path);
                if (Files.exists(found)) {
                    return Optional.of(found.toUri().toURL());
                }
            }
            return Optional.empty();
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalStateException("The place of " + bundleClass.getName() + " isn't a file.", e);
        }
    }
}
