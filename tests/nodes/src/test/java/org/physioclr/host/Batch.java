package org.physioclr.host;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.physioclr.knime.host.batch.BatchRun;

/**
 * What a batch run ended with.
 *
 * @param status the exit status
 * @param out the standard output
 * @param err the error output
 */
record Batch(int status, String out, String err) {

    /** Runs with options; an option may be any object. */
    static Batch run(Path workspace, Object... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = new String[options.length];
        for (int i = 0; i < options.length; i++) {
            arguments[i] = options[i].toString();
        }
        int status = new BatchRun(workspace, new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)).run(arguments);
        return new Batch(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
