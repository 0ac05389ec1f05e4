package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A structure that is saved as settings. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    /** For subclasses, and to be loaded. */
    public AbstractSimplePortObjectSpec() {
        // loaded afterwards
    }

    /**
     * Saves the content.
     *
     * @param model where to
     */
    protected abstract void save(ModelContentWO model);

    /**
     * Loads the content.
     *
     * @param model where from
     * @throws InvalidSettingsException if something is missing
     */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        ModelContent content = new ModelContent(getClass().getName());
        save(content);
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other != null && getClass() == other.getClass()
            && content().equals(((AbstractSimplePortObjectSpec)other).content());
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }

    /**
     * Writes and reads such structures.
     *
     * @param <T> their class
     */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
        extends PortObjectSpecSerializer<T> {

        /** For subclasses. */
        public AbstractSimplePortObjectSpecSerializer() {
            // no state
        }

        @Override
        public void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out) throws IOException {
            ModelContent content = new ModelContent("content.xml");
            content.addString("class_name", portObjectSpec.getClass().getName());
            portObjectSpec.save(content.addModelContent("model"));
            SimpleContent.write(content, out);
        }

        @Override
        public T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
            ModelContentRO content = SimpleContent.read(in);
            T spec = SimpleContent.instance(content, getClass());
            try {
                spec.load(content.getModelContent("model"));
            } catch (InvalidSettingsException e) {
                throw new IOException("The saved structure is damaged: " + e.getMessage(), e);
            }
            return spec;
        }
    }
}
