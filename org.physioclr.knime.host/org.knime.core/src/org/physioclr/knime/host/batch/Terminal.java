package org.physioclr.knime.host.batch;

import java.io.PrintStream;
import java.util.Locale;

import org.physioclr.knime.host.workflow.RunListener;
import org.physioclr.knime.host.workflow.WorkflowNode;

/** Shows how a run goes: on a terminal in one line that changes, else in a line every few seconds. */
final class Terminal implements RunListener {

    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long LOG_NANOS = 5_000_000_000L;
    private static final int WIDTH = 120;

    private final PrintStream stream;
    private final boolean rewrites = System.console() != null;
    private String head = "";
    private String lastMessage = "";
    private double lastFraction = Double.NaN;
    private long lastNanos;
    private boolean lineOpen;

    Terminal(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public synchronized void started(WorkflowNode node, int position, int count) {
        head = "[" + position + "/" + count + "] " + node.label();
        lastMessage = "";
        lastFraction = Double.NaN;
        lastNanos = System.nanoTime();
        if (rewrites) {
            show(head + " …");
        }
    }

    @Override
    public synchronized void progress(WorkflowNode node, double fraction, String message) {
        String text = message == null ? lastMessage : message;
        lastMessage = text;
        lastFraction = Double.isNaN(fraction) ? lastFraction : fraction;
        long now = System.nanoTime();
        if (now - lastNanos >= (rewrites ? TERMINAL_NANOS : LOG_NANOS)) {
            lastNanos = now;
            String percent = Double.isNaN(lastFraction) ? ""
                : String.format(Locale.ROOT, " %3.0f %%", 100 * lastFraction);
            show(head + percent + (text.isEmpty() ? "" : "  " + text));
        }
    }

    @Override
    public synchronized void warning(WorkflowNode node, String message) {
        line("WARN  " + node.label() + ": " + message);
    }

    @Override
    public synchronized void executed(WorkflowNode node, double seconds) {
        line(String.format(Locale.ROOT, "%s done in %.1f s", head, seconds));
    }

    @Override
    public synchronized void failed(WorkflowNode node, String message) {
        line("ERROR " + node.label() + ": " + message);
    }

    synchronized void end() {
        if (lineOpen) {
            stream.print("\r" + " ".repeat(WIDTH) + "\r");
            lineOpen = false;
        }
    }

    private void show(String text) {
        if (!rewrites) {
            stream.println(text);
            return;
        }
        String cut = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
        stream.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
        stream.flush();
        lineOpen = true;
    }

    private void line(String text) {
        end();
        stream.println(text);
    }
}
