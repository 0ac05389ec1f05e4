package org.knime.core.webui.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.knime.core.node.FluentNodeAPI;
import org.knime.core.webui.page.Resource.ContentType;

/** A web page with the files that it refers to. */
public sealed class Page implements Resource, FluentNodeAPI permits FromFilePage {

    private final Resource self;
    private final Map<String, Resource> files = new LinkedHashMap<>();
    private final Map<String, Function<String, InputStream>> folders = new LinkedHashMap<>();

    Page(Resource self) {
        this.self = self;
    }

    /** {@return the first step of a page's definition} */
    public static RequireFromFileOrString create() {
        return new PageSteps();
    }

    /**
     * Adds a file.
     *
     * @param content opens the content
     * @param relativePath the path below the page's folder
     * @return this page
     */
    public Page addResource(Supplier<InputStream> content, String relativePath) {
        return add(new PageContent(relativePath, content::get, false, null));
    }

    /**
     * Adds a file of text.
     *
     * @param content gives the text
     * @param relativePath the path below the page's folder
     * @return this page
     */
    public Page addResourceFromString(Supplier<String> content, String relativePath) {
        return add(PageContent.ofText(relativePath, content, StandardCharsets.UTF_8));
    }

    /**
     * Adds a folder.
     *
     * @param content opens a file, given its path below the folder; null if there is none
     * @param relativePathPrefix the folder's path below the page's folder
     * @param areStatic whether the files never change
     * @return this page
     */
    public Page addResources(Function<String, InputStream> content, String relativePathPrefix, boolean areStatic) {
        folders.put(relativePathPrefix + "/", content);
        return this;
    }

    final Page add(Resource file) {
        files.put(file.getRelativePath(), file);
        return this;
    }

    /**
     * {@return a file that belongs to the page, empty if there is none}
     *
     * @param relativePath the path below the page's folder
     */
    public Optional<Resource> getResource(String relativePath) {
        Resource file = files.get(relativePath);
        if (file != null) {
            return Optional.of(file);
        }
        return folders.entrySet().stream().filter(folder -> relativePath.startsWith(folder.getKey())).findFirst()
            .map(folder -> fromFolder(folder.getKey(), folder.getValue(), relativePath));
    }

    private static Resource fromFolder(String prefix, Function<String, InputStream> content, String relativePath) {
        return new PageContent(relativePath, () -> {
            InputStream stream = content.apply(relativePath.substring(prefix.length()));
            if (stream == null) {
                throw new FileNotFoundException("The page has no file " + relativePath + ".");
            }
            return stream;
        }, true, null);
    }

    @Override
    public String getRelativePath() {
        return self.getRelativePath();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return self.getInputStream();
    }

    @Override
    public boolean isStatic() {
        return self.isStatic();
    }

    @Override
    public ContentType getContentType() {
        return self.getContentType();
    }

    @Override
    public Optional<Charset> getCharset() {
        return self.getCharset();
    }

    /** Opens content. */
    @FunctionalInterface
    public interface InputStreamSupplier extends Supplier<InputStream> {
    }

    /** Gives text. */
    @FunctionalInterface
    public interface StringSupplier extends Supplier<String> {
    }

    /** Step: where the page comes from. */
    public interface RequireFromFileOrString {

        /** {@return the next step for a page in a bundle} */
        RequireBundle fromFile();

        /**
         * {@return the next step for a page of text in UTF-8}
         *
         * @param content gives the page
         */
        default RequireRelativePath fromString(StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        /**
         * {@return the next step for a page of text}
         *
         * @param content gives the page
         * @param charset the encoding
         */
        RequireRelativePath fromString(StringSupplier content, Charset charset);

        /**
         * {@return the next step for a page of bytes in UTF-8}
         *
         * @param content opens the page
         */
        default RequireRelativePath fromString(InputStreamSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        /**
         * {@return the next step for a page of bytes}
         *
         * @param content opens the page
         * @param charset the encoding
         */
        RequireRelativePath fromString(InputStreamSupplier content, Charset charset);
    }

    /** Step: the bundle. */
    public interface RequireBundle {

        /**
         * {@return the next step}
         *
         * @param bundleClass a class of the bundle
         */
        RequireBasePath bundleClass(Class<?> bundleClass);
    }

    /** Step: the folder. */
    @FunctionalInterface
    public interface RequireBasePath {

        /**
         * {@return the next step}
         *
         * @param basePath path from the bundle's root
         */
        RequireRelativeFilePath basePath(String basePath);
    }

    /** Step: the page's file. */
    @FunctionalInterface
    public interface RequireRelativeFilePath {

        /**
         * {@return the page}
         *
         * @param relativeFilePath path below the folder
         */
        FromFilePage relativeFilePath(String relativeFilePath);
    }

    /** Step: the page's name. */
    @FunctionalInterface
    public interface RequireRelativePath {

        /**
         * {@return the page}
         *
         * @param relativePath the name with its ending
         */
        Page relativePath(String relativePath);
    }
}
