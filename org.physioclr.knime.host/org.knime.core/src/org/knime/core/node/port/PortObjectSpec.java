package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.internal.SerializerMethodLoader.Serializer;

/** The structure of what goes from one node to the next, known before the content. */
public interface PortObjectSpec {

    /** {@return pictures of the structure} */
    JComponent[] getViews();

    /**
     * Writes and reads structures of a class.
     *
     * @param <T> the class
     */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> implements Serializer<T> {

        /** For subclasses. */
        public PortObjectSpecSerializer() {
            // no state
        }

        /**
         * Writes a structure.
         *
         * @param portObjectSpec the structure
         * @param out where to
         * @throws IOException if it can't be written
         */
        public abstract void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out)
            throws IOException;

        /**
         * {@return a structure as it was written}
         *
         * @param in where from
         * @throws IOException if it can't be read
         */
        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
}
