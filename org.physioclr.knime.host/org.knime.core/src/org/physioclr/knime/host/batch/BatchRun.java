package org.physioclr.knime.host.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.knime.core.node.CanceledExecutionException;
import org.physioclr.knime.host.workflow.WorkflowException;

/** One batch run, from its options to its exit status; what the nodes have put on disk is removed at its end. */
public final class BatchRun {

    /** Done. */
    public static final int DONE = 0;
    /** The options are wrong. */
    public static final int WRONG_OPTIONS = 2;
    /** The workflow could not be loaded. */
    public static final int NOT_LOADED = 3;
    /** The execution failed or was cancelled, or the workflow or results could not be written. */
    public static final int FAILED = 4;

    private static final long SHUTDOWN_SECONDS = 10;

    private final Path workspace;
    private final PrintStream out;
    private final PrintStream err;
    private volatile boolean cancelled;

    /**
     * A run.
     *
     * @param workspace a folder for temporary files, in which a file {@code .cancel} stops the run
     * @param out for results
     * @param err for progress and errors
     */
    public BatchRun(Path workspace, PrintStream out, PrintStream err) {
        this.workspace = workspace;
        this.out = out;
        this.err = err;
    }

    /** Stops the run soon. */
    public void cancel() {
        cancelled = true;
    }

    private boolean isCancelled() {
        return cancelled || Files.exists(workspace.resolve(".cancel"));
    }

    /**
     * Runs.
     *
     * @param arguments the options
     * @return the exit status
     */
    public int run(String... arguments) {
        if (arguments.length == 0 || Arrays.asList(arguments).contains("-help")) {
            out.println(BatchOptions.USAGE);
            return DONE;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(ended), "stop the run");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run(BatchOptions.parse(arguments));
        } catch (WrongOptionException e) {
            err.println(e.getMessage());
            err.println(BatchOptions.USAGE);
            return WRONG_OPTIONS;
        } finally {
            ended.countDown();
            removeHook(hook);
        }
    }

    private int run(BatchOptions options) throws WrongOptionException {
        try (TemporaryFolder temporary = new TemporaryFolder(workspace, err)) {
            return new BatchSteps(options, temporary.path(), out, err, this::isCancelled).run();
        } catch (WorkflowException e) {
            err.println("The workflow can't be loaded. " + e.getMessage());
            return NOT_LOADED;
        } catch (CanceledExecutionException e) {
            err.println("The run was cancelled" + (cancelled ? "." : " by the file " + workspace.resolve(".cancel")
                + ". Remove it before the next run."));
            return FAILED;
        } catch (IOException | UncheckedIOException e) {
            err.println("The run can't go on: " + e);
            return FAILED;
        }
    }

    private void stopAndWait(CountDownLatch ended) {
        cancel();
        try {
            ended.await(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is shutting down, and the hook is what waits for this run
        }
    }
}
