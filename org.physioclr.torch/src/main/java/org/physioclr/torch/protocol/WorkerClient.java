package org.physioclr.torch.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.physioclr.core.run.Progress;

/**
 * Runs a request in a process of its own, so that a native crash, a second libtorch or GPU memory never touch the
 * caller's JVM. Owns a temporary folder for what goes to and from the process; closing removes it.
 */
public final class WorkerClient implements Closeable {

    /** A worker beats every two seconds; one that is silent for this long is taken for dead. */
    private static final long SILENCE_SECONDS = 90;

    /** How long a worker may take to stop by itself once asked. */
    private static final long GRACE_MILLIS = 1200;

    private final WorkerInstallation installation;
    private final Consumer<String> log;
    private final Path folder;

    /** PyTorch's libraries can't be loaded. */
    @SuppressWarnings("serial") // never serialized
    private static final class UnloadableException extends IOException {
        UnloadableException(String cause) {
            super(cause);
        }
    }

    /** Makes the temporary folder; with nobody who hears what is logged. */
    public WorkerClient(WorkerInstallation installation) throws IOException {
        this(installation, line -> { });
    }

    /**
     * Makes the temporary folder.
     *
     * @param log hears what is worth keeping though nothing is wrong: which PyTorch was taken if not the extension's
     *     own
     */
    public WorkerClient(WorkerInstallation installation, Consumer<String> log) throws IOException {
        this.installation = installation;
        this.log = log;
        this.folder = Files.createTempDirectory("physioclr-worker-");
    }

    /** A file in the temporary folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Runs a request to its end.
     *
     * @param request what to do
     * @param machine what it may use
     * @param progress hears the worker and can cancel it; a cancelled worker is gone within two seconds
     * @return the result
     * @throws WorkerException if the worker fails or dies: within five seconds, with its exit status and last words
     * @throws IOException if PyTorch's libraries are not there or can't be used, with the cause and the remedy
     * @throws CancellationException if {@code progress} cancels
     */
    public <R> R run(WorkerRequest<R> request, Machine machine, Progress progress) throws IOException {
        Libtorch libtorch = libtorch(machine, progress);
        if (libtorch.source() == Libtorch.Source.FOUND && machine.device().equals("auto")) {
            try {
                return run(request, machine, libtorch, progress);
            } catch (UnloadableException e) { // nobody asked for these libraries, and nothing has been done yet
                libtorch = new LibtorchSearch(installation).shipped().because(cantBe("loaded", libtorch, e));
            }
        }
        try {
            return run(request, machine, libtorch, progress);
        } catch (UnloadableException e) {
            throw new WorkerException(cantBe("loaded", libtorch, e),
                "Install the extension again from its update site, or name the folder of a whole PyTorch "
                + Libtorch.VERSION + " in the setting \"" + GpuOptions.FOLDER_SETTING + "\"");
        }
    }

    /** The libraries for a machine, downloaded if need be. */
    private Libtorch libtorch(Machine machine, Progress progress) throws IOException {
        Libtorch wanted = new LibtorchSearch(installation).choose(machine);
        if (wanted.folder() != null) {
            return wanted;
        }
        IOException failure = null;
        try {
            run(new WorkerRequest.Load(), machine, wanted, progress);
        } catch (UnloadableException e) {
            failure = e; // perhaps only as its own libraries are looked for elsewhere: what counts is that it is there
        }
        LibtorchSearch again = new LibtorchSearch(installation);
        Libtorch there = again.choose(machine);
        if (there.folder() != null) {
            return there;
        }
        String cause = cantBe("had", wanted, failure == null ? new IOException("DJL has another build only") : failure);
        if (machine.device().equals("auto")) {
            return again.shipped().because(cause);
        }
        throw new WorkerException("The device " + machine.device() + " can't be used: " + cause, GpuOptions.REMEDY);
    }

    private static String cantBe(String done, Libtorch libtorch, IOException cause) {
        return (libtorch.name().isEmpty() ? "PyTorch in " + libtorch.folder() : libtorch.name()) + " can't be " + done
            + ": " + cause.getMessage();
    }

    private <R> R run(WorkerRequest<R> request, Machine machine, Libtorch libtorch, Progress progress)
            throws IOException {
        if (!libtorch.name().isEmpty()) {
            log.accept("The learning process uses " + libtorch.name());
            progress.report(0, "Loading " + libtorch.name());
        }
        Process process = start(machine, libtorch);
        try (WorkerOutput output = new WorkerOutput(process)) {
            send(process, Json.line(WorkerCall.of(request)));
            return await(process, output, request, progress);
        } finally {
            end(process);
        }
    }

    private Process start(Machine machine, Libtorch libtorch) throws IOException {
        ProcessBuilder builder = new WorkerCommand(installation, machine, libtorch, folder).toProcess();
        try {
            return builder.start();
        } catch (IOException e) {
            throw new WorkerException("The learning process can't be started with " + installation.java() + ": "
                + e.getMessage(), "Check that this Java installation is whole and may be run");
        }
    }

    private static void send(Process process, String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // The process has died; what it said and its exit status are reported by whoever awaits it.
        }
    }

    private <R> R await(Process process, WorkerOutput output, WorkerRequest<R> request, Progress progress)
            throws IOException {
        long heard = System.nanoTime();
        while (true) {
            try {
                progress.checkCancelled();
                WorkerMessage message = output.next(200);
                if (message != null) {
                    heard = System.nanoTime();
                    switch (message.type()) {
                        case HEARTBEAT -> { }
                        case PROGRESS -> progress.report(message.fraction(), message.text());
                        case RESULT -> {
                            return Json.parse(message.result(), request.resultType());
                        }
                        case UNLOADABLE -> throw new UnloadableException(message.text());
                        case FAILURE -> throw new WorkerException(message.text(), message.remedy());
                        case CANCELLED -> throw new CancellationException("The learning process was cancelled");
                    }
                } else if (output.ended()) {
                    throw dead(process, output);
                } else if (System.nanoTime() - heard > TimeUnit.SECONDS.toNanos(SILENCE_SECONDS)) {
                    throw new WorkerException("The learning process has been silent for " + SILENCE_SECONDS
                        + " s" + output.lastWords(), "Look whether the machine is overloaded, and run the node again");
                }
            } catch (CancellationException e) {
                send(process, WorkerMessage.CANCEL);
                waitFor(process, GRACE_MILLIS);
                throw e;
            }
        }
    }

    private static WorkerException dead(Process process, WorkerOutput output) {
        waitFor(process, 2000);
        String status = process.isAlive() ? "closed its output" : "ended with " + status(process.exitValue());
        boolean heap = output.lastWords().contains("OutOfMemoryError");
        return new WorkerException("The learning process " + status + output.lastWords(),
            heap ? "Give it more memory (setting Memory [MB]) or a smaller batch"
                : "If the machine ran out of memory, use a smaller batch or fewer threads; else report these lines");
    }

    private static String status(int exit) {
        return switch (exit) {
            case 134 -> "exit status 134 (abort in native code)";
            case 137 -> "exit status 137 (killed, as the system does when memory runs out)";
            case 139 -> "exit status 139 (segmentation fault in native code)";
            case 143 -> "exit status 143 (terminated from outside)";
            default -> "exit status " + exit;
        };
    }

    /** Ends the process and what it may have started, and waits until it is gone: no zombie stays. */
    private static void end(Process process) {
        send(process, WorkerMessage.FAREWELL);
        try {
            process.getOutputStream().close(); // the end of its input tells a worker to go
        } catch (IOException e) {
            // already closed by its death
        }
        waitFor(process, GRACE_MILLIS);
        List<ProcessHandle> family = process.descendants().toList();
        if (process.isAlive()) {
            process.destroyForcibly();
            waitFor(process, 5000);
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private static void waitFor(Process process, long millis) {
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Removes the temporary folder. */
    @Override
    public void close() throws IOException {
        TemporaryFolder.remove(folder);
    }
}
