package org.physioclr.torch.protocol;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.google.gson.JsonParseException;

/** What a worker says: its messages in order, and the last lines of everything else as its last words. */
final class WorkerOutput implements Closeable {

    private static final int KEPT_LINES = 12;
    private static final int LONGEST_LINE = 400;

    private final BlockingQueue<WorkerMessage> messages = new LinkedBlockingQueue<>();
    private final Deque<String> log = new ArrayDeque<>();
    private final Thread standard;
    private final Thread error;

    WorkerOutput(Process process) {
        standard = follow(process.getInputStream(), "physioclr-worker-output", this::hear);
        error = follow(process.getErrorStream(), "physioclr-worker-log", this::keep);
    }

    private static Thread follow(InputStream stream, String name, Consumer<String> listener) {
        Thread thread = new Thread(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    listener.accept(line);
                }
            } catch (IOException e) {
                // The process was ended while it was speaking; there is nothing more to hear.
            }
        }, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void hear(String line) {
        if (line.startsWith(WorkerMessage.PREFIX)) {
            try {
                messages.add(Json.parse(line.substring(WorkerMessage.PREFIX.length()), WorkerMessage.class));
                return;
            } catch (JsonParseException e) {
                // A message broken by a native library that wrote in between: log it like other foreign text.
            }
        }
        keep(line);
    }

    private void keep(String line) {
        synchronized (log) {
            log.addLast(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
            if (log.size() > KEPT_LINES) {
                log.removeFirst();
            }
        }
    }

    /** The next message, or null if there is none within this time or the thread is interrupted. */
    WorkerMessage next(long millis) {
        try {
            return messages.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Whether the process has closed its output and everything it said has been taken. */
    boolean ended() {
        return !standard.isAlive() && messages.isEmpty();
    }

    /** The last lines it logged, to go on a sentence; empty if there are none. */
    String lastWords() {
        try {
            error.join(500); // what it wrote just before it died may still be on its way
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (log) {
            return log.isEmpty() ? "" : "; its last lines: " + String.join(" | ", log);
        }
    }

    @Override
    public void close() {
        standard.interrupt();
        error.interrupt();
    }
}
