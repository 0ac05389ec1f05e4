package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;

/** A page whose files lie in a bundle. */
public non-sealed class FromFilePage extends Page {

    private final PageFiles folder;

    FromFilePage(PageFiles folder, String relativeFilePath) {
        super(folder.file(relativeFilePath));
        this.folder = folder;
    }

    /**
     * Adds a file.
     *
     * @param relativeFilePath path below the page's folder
     * @return this page
     */
    public FromFilePage addResourceFile(String relativeFilePath) {
        add(folder.file(relativeFilePath));
        return this;
    }

    /**
     * Adds a folder with all it holds.
     *
     * @param relativeDirPath path below the page's folder
     * @return this page
     */
    public FromFilePage addResourceDirectory(String relativeDirPath) {
        String prefix = relativeDirPath.endsWith("/") ? relativeDirPath : relativeDirPath + "/";
        addResources(path -> openOrNull(prefix + path), relativeDirPath, true);
        return this;
    }

    private InputStream openOrNull(String relativePath) {
        try {
            return folder.file(relativePath).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FromFilePage addResource(Supplier<InputStream> content, String relativePath) {
        super.addResource(content, relativePath);
        return this;
    }

    @Override
    public FromFilePage addResourceFromString(Supplier<String> content, String relativePath) {
        super.addResourceFromString(content, relativePath);
        return this;
    }

    @Override
    public FromFilePage addResources(Function<String, InputStream> content, String relativePathPrefix,
        boolean areStatic) {
        super.addResources(content, relativePathPrefix, areStatic);
        return this;
    }
}
