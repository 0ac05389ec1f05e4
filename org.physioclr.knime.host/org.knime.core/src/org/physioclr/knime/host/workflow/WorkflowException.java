package org.physioclr.knime.host.workflow;

/** A workflow can't be loaded; the message names the file and the key. */
@SuppressWarnings("serial")
public final class WorkflowException extends Exception {

    /**
     * With a text.
     *
     * @param message file, key, what is wrong, and what to do
     */
    public WorkflowException(String message) {
        super(message);
    }

    /**
     * With a text and a cause.
     *
     * @param message file, key, what is wrong, and what to do
     * @param cause the cause
     */
    public WorkflowException(String message, Throwable cause) {
        super(message, cause);
    }
}
