package org.knime.core.node;

import org.knime.core.node.message.Message;

/** A node has failed for a reason that its user can understand. */
@SuppressWarnings("serial")
public final class KNIMEException extends Exception {

    private final transient Message message;

    /**
     * With a text.
     *
     * @param message what happened
     */
    public KNIMEException(String message) {
        this(message, null);
    }

    /**
     * With a text and a cause.
     *
     * @param message what happened
     * @param cause the cause
     */
    public KNIMEException(String message, Throwable cause) {
        this(Message.fromSummary(message == null ? "Unknown error" : message), cause);
    }

    private KNIMEException(Message message, Throwable cause) {
        super(message.getSummary(), cause);
        this.message = message;
    }

    /**
     * {@return an exception with details}
     *
     * @param message the details
     */
    public static KNIMEException of(Message message) {
        return new KNIMEException(message, null);
    }

    /**
     * {@return an exception with details and a cause}
     *
     * @param message the details
     * @param cause the cause
     */
    public static KNIMEException of(Message message, Throwable cause) {
        return new KNIMEException(message, cause);
    }

    /** {@return the details} */
    public Message getKNIMEMessage() {
        return message;
    }
}
