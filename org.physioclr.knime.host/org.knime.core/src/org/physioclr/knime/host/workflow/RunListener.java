package org.physioclr.knime.host.workflow;

/** Hears how a run goes. */
public interface RunListener {

    /** A node starts its work. */
    void started(WorkflowNode node, int position, int count);

    /**
     * A node reports.
     *
     * @param fraction how much is done in [0, 1], NaN if it does not say
     * @param message what it is doing, null if it does not say
     */
    void progress(WorkflowNode node, double fraction, String message);

    /** A node has something that its user should know. */
    void warning(WorkflowNode node, String message);

    /** A node has done its work. */
    void executed(WorkflowNode node, double seconds);

    /** A node has failed, or can't work with what it gets. */
    void failed(WorkflowNode node, String message);
}
