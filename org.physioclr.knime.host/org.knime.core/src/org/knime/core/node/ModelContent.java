package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.node.config.Config;

/** The content of a model. */
public final class ModelContent extends Config implements ModelContentRO, ModelContentWO {

    private static final long serialVersionUID = 1L;

    /**
     * Empty content.
     *
     * @param key the key under which this content is held
     */
    public ModelContent(String key) {
        super(key);
    }

    /**
     * {@return the content in an XML document}
     *
     * @param in gives the XML; it is closed
     * @throws IOException if it can't be read or isn't of this kind, with the line
     */
    public static ModelContentRO loadFromXML(InputStream in) throws IOException {
        ModelContent content = new ModelContent("model");
        content.load(in);
        return content;
    }

    @Override
    public Config getInstance(String key) {
        return new ModelContent(key);
    }

    @Override
    public ModelContent getModelContent(String key) throws InvalidSettingsException {
        return (ModelContent) getConfig(key);
    }

    @Override
    public ModelContentWO addModelContent(String key) {
        return (ModelContent) addConfig(key);
    }

    @Override
    public void addModelContent(ModelContent content) {
        addEntry(content);
    }
}
