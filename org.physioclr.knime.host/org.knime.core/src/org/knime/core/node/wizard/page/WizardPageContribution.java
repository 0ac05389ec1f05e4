package org.knime.core.node.wizard.page;

/** A node that can show a view. */
public interface WizardPageContribution {

    /** {@return whether the node has a view} */
    default boolean hasNodeView() {
        return true;
    }
}
