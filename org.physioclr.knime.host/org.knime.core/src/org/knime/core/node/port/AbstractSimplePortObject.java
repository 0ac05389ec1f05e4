package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** An object that is saved as settings. */
public abstract class AbstractSimplePortObject implements PortObject {

    /** For subclasses, and to be loaded. */
    public AbstractSimplePortObject() {
        // loaded afterwards
    }

    /**
     * Saves the content.
     *
     * @param model where to
     * @param exec hears the progress
     * @throws CanceledExecutionException if the user cancels
     */
    protected abstract void save(ModelContentWO model, ExecutionMonitor exec) throws CanceledExecutionException;

    /**
     * Loads the content.
     *
     * @param model where from
     * @param spec the structure
     * @param exec hears the progress
     * @throws InvalidSettingsException if something is missing
     * @throws CanceledExecutionException if the user cancels
     */
    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /**
     * Writes and reads such objects.
     *
     * @param <T> their class
     */
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject>
        extends PortObjectSerializer<T> {

        /** For subclasses. */
        public AbstractSimplePortObjectSerializer() {
            // no state
        }

        @Override
        public void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
            ModelContent content = new ModelContent("content.xml");
            content.addString("class_name", portObject.getClass().getName());
            portObject.save(content.addModelContent("model"), exec);
            SimpleContent.write(content, out);
        }

        @Override
        public T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
            ModelContentRO content = SimpleContent.read(in);
            T object = SimpleContent.instance(content, getClass());
            try {
                object.load(content.getModelContent("model"), spec, exec);
            } catch (InvalidSettingsException e) {
                throw new IOException("The saved object is damaged: " + e.getMessage(), e);
            }
            return object;
        }
    }
}
