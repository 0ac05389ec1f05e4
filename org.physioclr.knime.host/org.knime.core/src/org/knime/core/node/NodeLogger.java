package org.knime.core.node;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes to the log. */
public final class NodeLogger {

    private final Logger logger;

    private NodeLogger(String name) {
        logger = Logger.getLogger(name);
    }

    /**
     * {@return the logger of a class}
     *
     * @param c the class
     */
    public static NodeLogger getLogger(Class<?> c) {
        return new NodeLogger(c.getName());
    }

    /**
     * {@return the logger of a name}
     *
     * @param s the name
     */
    public static NodeLogger getLogger(String s) {
        return new NodeLogger(s);
    }

    /**
     * Logs what only developers need.
     *
     * @param o the text
     */
    public void debug(Object o) {
        logger.log(Level.FINE, "{0}", o);
    }

    /**
     * Logs what only developers need.
     *
     * @param o the text
     * @param t the cause
     */
    public void debug(Object o, Throwable t) {
        logger.log(Level.FINE, String.valueOf(o), t);
    }

    /**
     * Logs what may be of interest.
     *
     * @param o the text
     */
    public void info(Object o) {
        logger.log(Level.INFO, "{0}", o);
    }

    /**
     * Logs what should be looked at.
     *
     * @param o the text
     */
    public void warn(Object o) {
        logger.log(Level.WARNING, "{0}", o);
    }

    /**
     * Logs what should be looked at.
     *
     * @param o the text
     * @param t the cause
     */
    public void warn(Object o, Throwable t) {
        logger.log(Level.WARNING, String.valueOf(o), t);
    }

    /**
     * Logs what has failed.
     *
     * @param o the text
     */
    public void error(Object o) {
        logger.log(Level.SEVERE, "{0}", o);
    }

    /**
     * Logs what has failed.
     *
     * @param o the text
     * @param t the cause
     */
    public void error(Object o, Throwable t) {
        logger.log(Level.SEVERE, String.valueOf(o), t);
    }
}
