package org.knime.core.node;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

import org.physioclr.knime.host.execution.NodeExecution;

/** Where a node reports its progress, and asks whether to go on. */
public class ExecutionMonitor {

    private final NodeExecution execution;
    private final ExecutionMonitor parent;
    private final double share;
    private double done;

    /** A monitor that nobody listens to and that is never cancelled. */
    public ExecutionMonitor() {
        this(null, null, 1);
    }

    ExecutionMonitor(NodeExecution execution, ExecutionMonitor parent, double share) {
        this.execution = execution;
        this.parent = parent;
        this.share = share;
    }

    final NodeExecution execution() {
        return execution;
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

    /** Tells the host; what a part has done comes on top of what its whole has. */
    private void report(double progress, String message) {
        if (execution == null) {
            return;
        }
        if (Double.isNaN(progress)) {
            execution.report(Double.NaN, message);
            return;
        }
        move(before -> progress, message);
    }

    private void move(DoubleUnaryOperator step, String message) {
        double before;
        double after;
        synchronized (this) {
            before = done;
            done = Math.min(1, Math.max(0, step.applyAsDouble(done)));
            after = done;
        }
        if (parent == null) {
            execution.report(after, message);
        } else {
            parent.move(sum -> sum + share * (after - before), message);
        }
    }

    /**
     * {@return a monitor for a part of the work}
     *
     * @param maxProg the part's share of this monitor's work
     */
    public ExecutionMonitor createSubProgress(double maxProg) {
        return new ExecutionMonitor(execution, this, maxProg);
    }
}
