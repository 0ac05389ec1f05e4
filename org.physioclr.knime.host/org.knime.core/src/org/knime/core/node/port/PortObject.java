package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.internal.SerializerMethodLoader.Serializer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What goes from one node to the next. */
public interface PortObject {

    /** {@return one line about the content} */
    String getSummary();

    /** {@return the structure} */
    PortObjectSpec getSpec();

    /** {@return pictures of the content} */
    JComponent[] getViews();

    /**
     * Writes and reads objects of a class.
     *
     * @param <T> the class
     */
    abstract class PortObjectSerializer<T extends PortObject> implements Serializer<T> {

        /** For subclasses. */
        public PortObjectSerializer() {
            // no state
        }

        /**
         * Writes an object.
         *
         * @param portObject the object
         * @param out where to
         * @param exec hears the progress
         * @throws IOException if it can't be written
         * @throws CanceledExecutionException if the user cancels
         */
        public abstract void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

        /**
         * {@return an object as it was written}
         *
         * @param in where from
         * @param spec its structure
         * @param exec hears the progress
         * @throws IOException if it can't be read
         * @throws CanceledExecutionException if the user cancels
         */
        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;
    }
}
