package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

import java.lang.Exception;

/** Says that a state can't be computed at the moment and shall stay as it is. */
public final class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Without a message, for nobody sees one. */
    public StateComputationFailureException() {
        super("The state can't be computed at the moment.");
    }
}
