package org.knime.core.node;

import java.util.function.Supplier;

import org.physioclr.knime.host.execution.NodeExecution;

/** Where a node reports its progress, and asks whether to go on. */
public class ExecutionMonitor {

    private final NodeExecution execution;
    private final double from;
    private final double share;
    private double used;

    /** A monitor that nobody listens to and that is never cancelled. */
    public ExecutionMonitor() {
        this(null, 0, 1);
    }

    ExecutionMonitor(NodeExecution execution, double from, double share) {
        this.execution = execution;
        this.from = from;
        this.share = share;
    }

    NodeExecution execution() {
        return execution;
    }

    /** Takes a part of the remaining progress. */
    final synchronized double reserve(double part) {
        double start = from + share * used;
        used = Math.min(1, used + part);
        return start;
    }

    final double scaled(double part) {
        return share * part;
    }

    /**
     * Fails if the user has cancelled.
     *
     * @throws CanceledExecutionException if so
     */
    public void checkCanceled() throws CanceledExecutionException {
        if (execution != null && execution.isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new CanceledExecutionException();
        }
    }

    /**
     * Reports.
     *
     * @param progress how much is done, in [0, 1]
     */
    public void setProgress(double progress) {
        report(progress, null);
    }

    /**
     * Reports.
     *
     * @param progress how much is done, in [0, 1]
     * @param message what is being done
     */
    public void setProgress(double progress, String message) {
        report(progress, message);
    }

    /**
     * Reports.
     *
     * @param progress how much is done, in [0, 1]
     * @param message what is being done
     */
    public void setProgress(double progress, Supplier<String> message) {
        report(progress, message.get());
    }

    /**
     * Reports.
     *
     * @param message what is being done
     */
    public void setProgress(String message) {
        report(Double.NaN, message);
    }

    /**
     * Reports.
     *
     * @param message what is being done
     */
    public void setMessage(String message) {
        report(Double.NaN, message);
    }

    /**
     * Reports.
     *
     * @param message what is being done
     */
    public void setMessage(Supplier<String> message) {
        report(Double.NaN, message.get());
    }

    private void report(double progress, String message) {
        if (execution != null) {
            execution.report(from + share * progress, message);
        }
    }

    /**
     * {@return a monitor for a part of the work}
     *
     * @param maxProg the part's share of this monitor's work
     */
    public ExecutionMonitor createSubProgress(double maxProg) {
        return new ExecutionMonitor(execution, reserve(maxProg), scaled(maxProg));
    }
}
