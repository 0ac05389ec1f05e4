package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;

import org.physioclr.knime.host.registry.BundleFiles;

/** The folder of a page's files, in a bundle or on the class path. */
final class PageFiles {

    private final URL root;
    private final String place;

    private PageFiles(URL root, String place) {
        this.root = root;
        this.place = place;
    }

    /**
     * {@return the folder in the bundle of a class; without OSGi, below the root that the class was loaded from}
     *
     * @param bundleClass the class
     * @param basePath path from the bundle's root
     */
    static PageFiles of(Class<?> bundleClass, String basePath) {
        String folder = basePath.endsWith("/") ? basePath : basePath + "/";
        URL root = BundleFiles.find(bundleClass, folder).orElseThrow(() -> new IllegalArgumentException(
            "The bundle of " + bundleClass.getName() + " has no folder \"" + basePath + "\" for a page. Add it to the"
                + " bundle's root and to build.properties."));
        return new PageFiles(root, bundleClass.getName() + ":" + folder);
    }

    PageContent file(String relativePath) {
        for (String part : relativePath.split("/")) {
            if (part.equals("..")) {
                throw new IllegalArgumentException("The path " + relativePath + " leads out of the page's folder.");
            }
        }
        return new PageContent(relativePath, () -> open(relativePath), true, StandardCharsets.UTF_8);
    }

    private InputStream open(String relativePath) throws IOException {
        try {
            return new URL(root, relativePath).openStream();
        } catch (IOException e) {
            throw new IOException("The page's file " + place + relativePath + " can't be read: " + e.getMessage()
                + ". Is it part of the bundle?", e);
        }
    }
}
