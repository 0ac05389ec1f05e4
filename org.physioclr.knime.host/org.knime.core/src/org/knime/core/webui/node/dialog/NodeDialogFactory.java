package org.knime.core.webui.node.dialog;

/** Makes the dialog of a node. */
public interface NodeDialogFactory {

    /** {@return whether the node has a dialog} */
    default boolean hasNodeDialog() {
        return true;
    }
}
