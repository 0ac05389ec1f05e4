package org.knime.core.data;

import javax.swing.Icon;

/** What a cell can be read as. */
public interface DataValue {

    /** What is known of a kind of value; each interface hides this by a field of its own. */
    UtilityFactory UTILITY = new UtilityFactory();

    /** What is known of a kind of value. */
    class UtilityFactory {

        /** For subclasses. */
        protected UtilityFactory() {
            // nothing to keep
        }

        /** {@return a small picture, null if there is none} */
        public Icon getIcon() {
            return null;
        }
    }
}
