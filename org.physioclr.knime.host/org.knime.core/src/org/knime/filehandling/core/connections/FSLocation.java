package org.knime.filehandling.core.connections;

import java.io.Serializable;
import java.lang.Object;
import java.util.Objects;
import java.util.Optional;

/** A path in a file system. */
public final class FSLocation implements FSLocationSpec, Serializable {

    private static final long serialVersionUID = 1L;

    /** No location. */
    public static final FSLocation NULL = new FSLocation((String) null, null, null);

    private final String category;
    private final String specifier;
    private final String path;

    /**
     * A path in the only file system of a category.
     *
     * @param category name of the category
     * @param path the path
     */
    public FSLocation(String category, String path) {
        this(category, null, path);
    }

    /**
     * A path.
     *
     * @param category name of the category
     * @param specifier tells file systems of one category apart, or null
     * @param path the path
     */
    public FSLocation(String category, String specifier, String path) {
        this.category = category;
        this.specifier = specifier;
        this.path = path;
    }

    /**
     * A path in the only file system of a category.
     *
     * @param category the category
     * @param path the path
     */
    public FSLocation(FSCategory category, String path) {
        this(category.name(), null, path);
    }

    /**
     * A path.
     *
     * @param category the category
     * @param specifier tells file systems of one category apart, or null
     * @param path the path
     */
    public FSLocation(FSCategory category, String specifier, String path) {
        this(category.name(), specifier, path);
    }

    @Override
    public String getFileSystemCategory() {
        return category;
    }

    @Override
    public Optional<String> getFileSystemSpecifier() {
        return Optional.ofNullable(specifier);
    }

    /** {@return the path} */
    public String getPath() {
        return path;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FSLocation that && Objects.equals(category, that.category)
            && Objects.equals(specifier, that.specifier) && Objects.equals(path, that.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(category, specifier, path);
    }

    @Override
    public String toString() {
        return specifier == null ? "(" + category + ", " + path + ")"
            : "(" + category + ", " + specifier + ", " + path + ")";
    }
}
