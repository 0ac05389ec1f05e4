package org.physioclr.torch.protocol;

import com.google.gson.JsonElement;

/**
 * One line that a worker writes on its standard output: {@value #PREFIX} and then JSON. Lines that begin otherwise come
 * from native libraries and are kept as log.
 *
 * @param type what the line says
 * @param fraction how much is done in [0, 1], NaN if unknown; with {@code PROGRESS}
 * @param text the progress for people; with {@code FAILURE} and {@code UNLOADABLE} the cause
 * @param remedy what the user can do; with {@code FAILURE}
 * @param result the result's JSON; with {@code RESULT}
 */
public record WorkerMessage(Type type, double fraction, String text, String remedy, JsonElement result) {

    /** How each message begins; the number is the protocol's version. */
    public static final String PREFIX = "@physioclr1 ";

    /** The line on a worker's standard input that asks it to stop. */
    public static final String CANCEL = "cancel";

    /** The line before the end of a worker's standard input, if whoever started it lives and takes its files away. */
    public static final String FAREWELL = "farewell";

    /** What a message says. */
    public enum Type {
        /** The worker is alive; sent every two seconds. */
        HEARTBEAT,
        /** The work goes on. */
        PROGRESS,
        /** The work is done. */
        RESULT,
        /** PyTorch's libraries can't be loaded; nothing was done. */
        UNLOADABLE,
        /** The work failed for a reason that the worker could name. */
        FAILURE,
        /** The work was cancelled as asked. */
        CANCELLED
    }

    public static WorkerMessage heartbeat() {
        return new WorkerMessage(Type.HEARTBEAT, Double.NaN, null, null, null);
    }

    public static WorkerMessage progress(double fraction, String text) {
        return new WorkerMessage(Type.PROGRESS, fraction, text, null, null);
    }

    public static WorkerMessage result(Object result) {
        return new WorkerMessage(Type.RESULT, 1, null, null, Json.tree(result));
    }

    public static WorkerMessage failure(String cause, String remedy) {
        return new WorkerMessage(Type.FAILURE, Double.NaN, cause, remedy, null);
    }

    public static WorkerMessage unloadable(String cause) {
        return new WorkerMessage(Type.UNLOADABLE, Double.NaN, cause, null, null);
    }

    public static WorkerMessage cancelled() {
        return new WorkerMessage(Type.CANCELLED, Double.NaN, null, null, null);
    }

    /** The line, without its end. */
    public String toLine() {
        return PREFIX + Json.line(this);
    }
}
