package org.physioclr.knime.host.execution;

import java.util.List;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** What is known of a node during a run. */
public sealed interface NodeState {

    /** The node has not been looked at, or what comes before it isn't known. */
    record Idle() implements NodeState {
    }

    /**
     * The node can be executed.
     *
     * @param specs of the outputs, null where not known before execution
     * @param warnings what its user should know
     */
    record Configured(PortObjectSpec[] specs, List<String> warnings) implements NodeState {
    }

    /**
     * The node has done its work.
     *
     * @param outputs one for each output port
     * @param internal what it keeps for its view
     * @param warnings what its user should know, those of its configuration first
     */
    record Executed(PortObject[] outputs, PortObject[] internal, List<String> warnings) implements NodeState {
    }

    /**
     * The node has failed, or can't work with what it gets.
     *
     * @param message what happened and what to do
     */
    record Failed(String message) implements NodeState {
    }

    /** The node was stopped on its user's wish. */
    record Cancelled() implements NodeState {
    }
}
