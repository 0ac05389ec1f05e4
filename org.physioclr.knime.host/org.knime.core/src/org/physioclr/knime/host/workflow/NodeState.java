package org.physioclr.knime.host.workflow;

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
     */
    record Configured(PortObjectSpec[] specs) implements NodeState {
    }

    /**
     * The node has done its work.
     *
     * @param outputs one for each output port
     * @param internal what it keeps for its view
     */
    record Executed(PortObject[] outputs, PortObject[] internal) implements NodeState {
    }

    /**
     * The node has failed.
     *
     * @param messages what happened and what to do
     */
    record Failed(List<String> messages) implements NodeState {
    }
}
