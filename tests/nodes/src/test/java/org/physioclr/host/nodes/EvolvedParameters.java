package org.physioclr.host.nodes;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

/** Parameters that were saved otherwise in earlier releases. */
public final class EvolvedParameters implements NodeParameters {

    public String old = "old";
    @Migrate(loadDefaultIfAbsent = true)
    public int added = 5;
    @Migration(FromMinutes.class)
    public double seconds = 60;
    @Persistor(AsText.class)
    public int number = 1;
    public Optional<Colour> colour = Optional.empty();

    /** An enum. */
    public enum Colour {
        RED, GREEN
    }

    /** Was saved in minutes once. */
    public static final class FromMinutes implements NodeParametersMigration<Double> {

        @Override
        public List<ConfigMigration<Double>> getConfigMigrations() {
            return List.of(ConfigMigration.builder(FromMinutes::load).withDeprecatedConfigPath("minutes").build());
        }

        private static Double load(NodeSettingsRO settings) throws InvalidSettingsException {
            return 60 * settings.getDouble("minutes");
        }
    }

    /** Is saved as text. */
    public static final class AsText implements NodeParametersPersistor<Integer> {

        @Override
        public Integer load(NodeSettingsRO settings) throws InvalidSettingsException {
            return Integer.valueOf(settings.getString("text"));
        }

        @Override
        public void save(Integer value, NodeSettingsWO settings) {
            settings.addString("text", value.toString());
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][] {{"text"}};
        }
    }
}
