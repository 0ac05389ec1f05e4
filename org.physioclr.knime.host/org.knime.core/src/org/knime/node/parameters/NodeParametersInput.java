package org.knime.node.parameters;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What a node's parameters may know about its inputs when defaults or choices are computed. Indices count from 0. */
public interface NodeParametersInput {

    /** {@return the types of the input ports} */
    PortType[] getInPortTypes();

    /** {@return the types of the output ports} */
    PortType[] getOutPortTypes();

    /** {@return the specs of the inputs; an element is null where nothing is connected or known} */
    PortObjectSpec[] getInPortSpecs();

    /**
     * {@return the spec of an input, empty if unknown}
     *
     * @param portIndex index of the input port
     */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /** {@return the specs of the inputs as table specs; null where unknown or where the port isn't a table} */
    DataTableSpec[] getInTableSpecs();

    /**
     * {@return the table spec of an input, empty if unknown}
     *
     * @param portIndex index of the input port
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);

    /** {@return the inputs themselves; null where the node before hasn't been executed} */
    PortObject[] getInPortObjects();

    /**
     * {@return an input, empty if it isn't there yet}
     *
     * @param portIndex index of the input port
     */
    Optional<PortObject> getInPortObject(int portIndex);

    /** {@return the inputs as tables; null where absent or not a table} */
    BufferedDataTable[] getInTables();

    /**
     * {@return an input table, empty if it isn't there yet}
     *
     * @param portIndex index of the input port
     */
    Optional<BufferedDataTable> getInTable(int portIndex);
}
