package org.physioclr.torch.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.physioclr.torch.protocol.WorkerMessage;

/** Writes messages on the standard output, one a line, from any thread. */
final class Voice {

    private static final long BEAT_MILLIS = 2000;

    private final PrintStream output;

    private Voice(PrintStream output) {
        this.output = output;
    }

    /** Keeps the standard output for messages; what else is printed goes to the standard error. */
    static Voice takeStandardOutput() {
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        return new Voice(output);
    }

    synchronized void say(WorkerMessage message) {
        output.print(message.toLine() + "\n");
        output.flush();
    }

    /** Says every two seconds that the process is alive. */
    void startBeating() {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    say(WorkerMessage.heartbeat());
                    Thread.sleep(BEAT_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "physioclr-heartbeat");
        thread.setDaemon(true);
        thread.start();
    }
}
