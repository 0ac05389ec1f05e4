package org.knime.node.parameters.migration;

import java.util.List;

/**
 * The older forms of a parameter.
 *
 * @param <T> the parameter's type
 */
public interface NodeParametersMigration<T> {

    /** {@return the older forms; the first whose matcher accepts the settings is used} */
    List<ConfigMigration<T>> getConfigMigrations();
}
