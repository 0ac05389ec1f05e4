package org.physioclr.knime.host.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.knime.core.node.CanceledExecutionException;
import org.physioclr.knime.host.workflow.Workflow;
import org.physioclr.knime.host.workflow.WorkflowException;
import org.physioclr.knime.host.workflow.WorkflowReader;
import org.physioclr.knime.host.workflow.WorkflowRun;
import org.physioclr.knime.host.workflow.WorkflowWriter;

/** One batch run: loads, executes, saves, and removes what the nodes have put on disk. */
public final class BatchRun {

    /** Done. */
    public static final int DONE = 0;
    /** The options are wrong. */
    public static final int WRONG_OPTIONS = 2;
    /** The workflow could not be loaded. */
    public static final int NOT_LOADED = 3;
    /** The execution failed or was cancelled, or the results could not be written. */
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
        if (arguments.length == 0) {
            out.println(BatchOptions.USAGE);
            return DONE;
        }
        try {
            return run(BatchOptions.parse(arguments));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(BatchOptions.USAGE);
            return WRONG_OPTIONS;
        }
    }

    private int run(BatchOptions options) {
        Workflow workflow;
        try {
            workflow = WorkflowReader.read(options.workflow());
        } catch (WorkflowException e) {
            err.println("The workflow can't be loaded. " + e.getMessage());
            return NOT_LOADED;
        }
        workflow.problems().values().forEach(err::println);
        if (options.failOnLoadError() && !workflow.problems().isEmpty()) {
            return NOT_LOADED;
        }
        options.variables().forEach(workflow::set);
        options.settings().forEach(workflow::set);
        int status = options.execute() ? execute(workflow, options) : DONE;
        return options.save() || options.destination().isPresent() ? Math.max(status, save(workflow, options)) : status;
    }

    private int save(Workflow workflow, BatchOptions options) {
        try {
            WorkflowWriter.write(workflow, options.destination().orElse(workflow.folder()));
            return DONE;
        } catch (IOException e) {
            err.println("The workflow can't be saved: " + e);
            return FAILED;
        }
    }

    private int execute(Workflow workflow, BatchOptions options) {
        if (!options.reset() && workflow.nodes().values().stream().anyMatch(n -> n.savedState().equals("EXECUTED"))) {
            err.println("Nodes of the workflow are executed already, and this host keeps no data of earlier runs. "
                + "Use -reset to execute them again.");
            return NOT_LOADED;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(ended), "stop the run");
        Runtime.getRuntime().addShutdownHook(hook);
        Path folder = null;
        try {
            folder = Files.createTempDirectory(Files.createDirectories(workspace), "run-");
            return execute(workflow, options, folder);
        } catch (IOException e) {
            err.println("The run can't go on: " + e);
            return FAILED;
        } finally {
            remove(folder);
            ended.countDown();
            removeHook(hook);
        }
    }

    private int execute(Workflow workflow, BatchOptions options, Path folder) throws IOException {
        Terminal terminal = new Terminal(err);
        WorkflowRun run = new WorkflowRun(workflow, folder, terminal, this::isCancelled);
        try {
            boolean complete = run.execute();
            terminal.end();
            if (options.results().isPresent()) {
                new Results(workflow, run, options.results().get(), out).write();
            }
            return complete ? DONE : FAILED;
        } catch (CanceledExecutionException e) {
            terminal.end();
            err.println("The run was cancelled.");
            return FAILED;
        } catch (WorkflowException e) {
            err.println(e.getMessage());
            return NOT_LOADED;
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

    private void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            err.println("Temporary files stay in " + folder + ": " + e);
        }
    }
}
