package org.physioclr.core.run;

import java.util.concurrent.CancellationException;

/**
 * What long work reports to and asks whether it should go on. Implementations may be called from any thread.
 */
public interface Progress {

    /** Hears nothing and never cancels. */
    Progress NONE = (fraction, message) -> { };

    /**
     * Reports how far the work is.
     *
     * @param fraction share done in [0, 1], or NaN if unknown
     * @param message what is being done, for a person to read
     * @throws CancellationException if the user has asked to stop
     */
    void report(double fraction, String message);

    /**
     * Stops the work if the user has asked for it.
     *
     * @throws CancellationException if so
     */
    default void checkCancelled() {
    }

    /**
     * The progress of a part of the work.
     *
     * @param from the fraction of the whole at which the part begins
     * @param to the fraction at which it ends
     */
    default Progress child(double from, double to) {
        return relayed((fraction, message) -> report(from + (to - from) * fraction, message));
    }

    /**
     * The same progress, whose messages begin with what they are about.
     *
     * @param what such as the name of a file
     */
    default Progress of(String what) {
        return relayed((fraction, message) -> report(fraction, what + " · " + message));
    }

    private Progress relayed(Progress reports) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                reports.report(fraction, message);
            }

            @Override
            public void checkCancelled() {
                whole.checkCancelled();
            }
        };
    }
}
