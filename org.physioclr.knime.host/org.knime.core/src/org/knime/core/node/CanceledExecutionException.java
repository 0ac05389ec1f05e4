package org.knime.core.node;

/** The user has cancelled. */
@SuppressWarnings("serial")
public class CanceledExecutionException extends Exception {

    /** With the usual text. */
    public CanceledExecutionException() {
        this("Execution canceled");
    }

    /**
     * With a text.
     *
     * @param message the text
     */
    public CanceledExecutionException(String message) {
        super(message);
    }
}
