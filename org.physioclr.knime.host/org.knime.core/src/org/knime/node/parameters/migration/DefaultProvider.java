package org.knime.node.parameters.migration;

import java.util.List;

/**
 * A migration that gives workflows without the key a value other than the default of new nodes.
 *
 * @param <T> the parameter's type
 */
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    /** {@return the value for workflows without the key} */
    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.builder(settings -> getDefault()).build());
    }
}
