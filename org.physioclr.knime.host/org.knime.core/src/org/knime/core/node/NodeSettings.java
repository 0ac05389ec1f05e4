package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.node.config.Config;
import org.knime.core.node.config.ConfigWO;

/** The settings of a node. */
public final class NodeSettings extends Config implements NodeSettingsRO, NodeSettingsWO {

    private static final long serialVersionUID = 1L;

    /**
     * Empty settings.
     *
     * @param key the key under which these settings are held
     */
    public NodeSettings(String key) {
        super(key);
    }

    /**
     * {@return the settings in an XML document}
     *
     * @param in gives the XML; it is closed
     * @throws IOException if it can't be read or isn't of this kind, with the line
     */
    public static NodeSettingsRO loadFromXML(InputStream in) throws IOException {
        NodeSettings settings = new NodeSettings("settings");
        settings.load(in);
        return settings;
    }

    @Override
    public Config getInstance(String key) {
        return new NodeSettings(key);
    }

    @Override
    public NodeSettings getNodeSettings(String key) throws InvalidSettingsException {
        return (NodeSettings) getConfig(key);
    }

    @Override
    public NodeSettingsWO addNodeSettings(String key) {
        return (NodeSettings) addConfig(key);
    }

    @Override
    public void addNodeSettings(NodeSettings settings) {
        addEntry(settings);
    }

    @Override
    public void copyTo(ConfigWO target) {
        super.copyTo(target);
    }
}
