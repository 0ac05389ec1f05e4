package org.physioclr.knime.nodes.bridge;

import java.util.concurrent.CancellationException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.physioclr.core.run.Progress;

/** Core's progress shown at a node, and the node's cancel button seen from core. */
public record KnimeProgress(ExecutionMonitor monitor) implements Progress {

    @Override
    public void report(double fraction, String message) {
        checkCancelled();
        if (Double.isNaN(fraction)) {
            monitor.setMessage(message);
        } else {
            monitor.setProgress(Math.min(1, Math.max(0, fraction)), message);
        }
    }

    @Override
    public void checkCancelled() {
        try {
            monitor.checkCanceled();
        } catch (CanceledExecutionException e) {
            throw (CancellationException) new CancellationException("Cancelled by the user").initCause(e);
        }
    }
}
