package org.physioclr.knime.host.batch;

/** An option is unknown, malformed, or does not fit the workflow; the message says what is expected. */
@SuppressWarnings("serial")
final class WrongOptionException extends Exception {

    WrongOptionException(String message, Throwable cause) {
        super(message, cause);
    }
}
