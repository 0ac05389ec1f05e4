package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.node.dialog.configmapping.ConfigPath;
import org.physioclr.knime.host.settings.SettingsPaths;

/**
 * One older form of a parameter: how to recognise and how to read it.
 *
 * @param <T> the parameter's type
 */
public final class ConfigMigration<T> {

    private final ParametersLoader<T> loader;
    private final Predicate<NodeSettingsRO> matcher;
    private final List<ConfigPath> deprecatedPaths;

    private ConfigMigration(Builder<T> builder) {
        loader = builder.loader;
        deprecatedPaths = List.copyOf(builder.deprecatedPaths);
        matcher = builder.matcher != null ? builder.matcher : this::holdsDeprecatedPath;
    }

    /**
     * {@return a builder}
     *
     * @param <T> the parameter's type
     * @param loader reads the older form
     */
    public static <T> Builder<T> builder(ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /** {@return the reader of the older form} */
    public ParametersLoader<T> getLoader() {
        return loader;
    }

    /** {@return whether settings have the older form; by default: whether they hold any deprecated path} */
    public Predicate<NodeSettingsRO> getMatcher() {
        return matcher;
    }

    /** {@return the keys that only the older form has} */
    public Collection<ConfigPath> getDeprecatedConfigPaths() {
        return deprecatedPaths;
    }

    private boolean holdsDeprecatedPath(NodeSettingsRO settings) {
        return deprecatedPaths.isEmpty()
            || deprecatedPaths.stream().anyMatch(path -> SettingsPaths.contains(settings, path.path()));
    }

    /**
     * Collects what makes up a {@link ConfigMigration}.
     *
     * @param <T> the parameter's type
     */
    public static final class Builder<T> {

        private final ParametersLoader<T> loader;
        private final List<ConfigPath> deprecatedPaths = new ArrayList<>();
        private Predicate<NodeSettingsRO> matcher;

        /**
         * Starts with the reader.
         *
         * @param loader reads the older form
         */
        public Builder(ParametersLoader<T> loader) {
            this.loader = Objects.requireNonNull(loader, "loader");
        }

        /**
         * {@return this builder}
         *
         * @param matcher tells whether settings have the older form
         */
        public Builder<T> withMatcher(Predicate<NodeSettingsRO> matcher) {
            this.matcher = matcher;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param path keys from the parameter's level down to one that only the older form has
         */
        public Builder<T> withDeprecatedConfigPath(String... path) {
            deprecatedPaths.add(new ConfigPath(List.of(path)));
            return this;
        }

        /** {@return the migration} */
        public ConfigMigration<T> build() {
            return new ConfigMigration<>(this);
        }
    }
}
