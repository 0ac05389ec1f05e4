package org.physioclr.knime.host.workflow;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * A connection between two nodes. Port 0 carries variables; the data ports follow from 1 on.
 *
 * @param source the node that gives
 * @param sourcePort its port
 * @param target the node that takes
 * @param targetPort its port
 */
public record Connection(int source, int sourcePort, int target, int targetPort) {

    static Connection load(NodeSettings settings) throws InvalidSettingsException {
        return new Connection(settings.getInt("sourceID"), settings.getInt("sourcePort"), settings.getInt("destID"),
            settings.getInt("destPort"));
    }

    /** {@return whether another connection leads to the same port} */
    boolean hasTargetOf(Connection other) {
        return target == other.target && targetPort == other.targetPort;
    }

    /** {@return whether data go through it, not variables} */
    public boolean isData() {
        return sourcePort > 0 && targetPort > 0;
    }
}
