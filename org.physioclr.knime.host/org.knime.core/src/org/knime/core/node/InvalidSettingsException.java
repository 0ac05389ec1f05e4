package org.knime.core.node;

/** Settings or inputs do not fit. */
@SuppressWarnings("serial")
public class InvalidSettingsException extends Exception {

    /**
     * With a text.
     *
     * @param s what does not fit and what to do
     */
    public InvalidSettingsException(String s) {
        super(s);
    }

    /**
     * With a cause.
     *
     * @param cause the cause
     */
    public InvalidSettingsException(Throwable cause) {
        super(cause);
    }

    /**
     * With a text and a cause.
     *
     * @param msg what does not fit and what to do
     * @param cause the cause
     */
    public InvalidSettingsException(String msg, Throwable cause) {
        super(msg, cause);
    }
}
