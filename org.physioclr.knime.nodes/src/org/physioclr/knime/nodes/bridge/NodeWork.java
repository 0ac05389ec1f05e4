package org.physioclr.knime.nodes.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.physioclr.core.run.Progress;

/**
 * The execute step of a node, free to throw what the libraries throw. What a user can mend (a file, a setting, an
 * input) becomes the node's error message; anything else is a defect of ours and goes through as it is.
 */
@FunctionalInterface
public interface NodeWork {

    void run(ExecuteInput input, ExecuteOutput output, Progress progress) throws Exception;

    /** This work in the form that KNIME's node builder takes. */
    static ExecuteConsumer of(NodeWork work) {
        return (input, output) -> {
            try {
                work.run(input, output, new KnimeProgress(input.getExecutionContext()));
            } catch (CancellationException e) {
                throw (CanceledExecutionException) new CanceledExecutionException().initCause(e);
            } catch (CanceledExecutionException | KNIMEException e) {
                throw e;
            } catch (IOException | UncheckedIOException | InvalidSettingsException | IllegalArgumentException e) {
                throw new KNIMEException(message(e), e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new KNIMEException(message(e), e);
            }
        };
    }

    /**
     * Looks whether settings can be used, before anything is executed.
     *
     * @param settings makes what the settings stand for; throws IllegalArgumentException if they are out of range
     * @throws InvalidSettingsException if so
     */
    static void check(Runnable settings) throws InvalidSettingsException {
        try {
            settings.run();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage() + ". Change the setting in the dialog.", e);
        }
    }

    private static String message(Exception e) {
        boolean wrapped = e instanceof UncheckedIOException && e.getCause() != null
            && e.getMessage().equals(e.getCause().toString());
        Throwable shown = wrapped ? e.getCause() : e;
        if (shown instanceof NoSuchFileException missing) { // whose own message is the path alone
            return "There is no file or folder " + missing.getMessage() + ". Choose another one.";
        }
        if (shown instanceof AccessDeniedException denied) {
            return denied.getMessage() + " may not be read or written. Change its permissions, or choose another one.";
        }
        return shown.getMessage() == null ? shown.getClass().getSimpleName() : shown.getMessage();
    }
}
