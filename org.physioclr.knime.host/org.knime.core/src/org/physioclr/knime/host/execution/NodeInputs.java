package org.physioclr.knime.host.execution;

import java.util.Arrays;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.parameters.NodeParameters;

/** What a node is told about its surroundings. */
final class NodeInputs {

    private NodeInputs() {
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    /** For configuration. */
    record ForConfigure(NodeParameters parameters, PortObjectSpec[] specs, PortType[] outputTypes)
        implements ConfigureInput {

        @Override
        public <S extends NodeParameters> S getParameters() {
            return cast(parameters);
        }

        @Override
        public PortObjectSpec[] getInPortSpecs() {
            return specs.clone();
        }

        @Override
        public <S extends PortObjectSpec> S getInPortSpec(int index) {
            return cast(specs[index]);
        }

        @Override
        public DataTableSpec[] getInTableSpecs() {
            return Arrays.copyOf(specs, specs.length, DataTableSpec[].class);
        }

        @Override
        public DataTableSpec getInTableSpec(int index) {
            return (DataTableSpec) specs[index];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return outputTypes.clone();
        }
    }

    /** For a rearrangement of columns. */
    record ForRearrange(NodeParameters parameters, DataTableSpec spec) implements RearrangeColumnsInput {

        @Override
        public <S extends NodeParameters> S getParameters() {
            return cast(parameters);
        }

        @Override
        public DataTableSpec getDataTableSpec() {
            return spec;
        }
    }

    /** For execution. */
    record ForExecute(NodeParameters parameters, PortObject[] objects, ExecutionContext context,
        PortType[] outputTypes)
        implements ExecuteInput {

        @Override
        public <S extends NodeParameters> S getParameters() {
            return cast(parameters);
        }

        @Override
        public PortObject[] getInPortObjects() {
            return objects.clone();
        }

        @Override
        public <D extends PortObject> D getInPortObject(int index) {
            return cast(objects[index]);
        }

        @Override
        public BufferedDataTable[] getInTables() {
            return Arrays.copyOf(objects, objects.length, BufferedDataTable[].class);
        }

        @Override
        public BufferedDataTable getInTable(int index) {
            return (BufferedDataTable) objects[index];
        }

        @Override
        public ExecutionContext getExecutionContext() {
            return context;
        }

        @Override
        public PortType[] getOutPortTypes() {
            return outputTypes.clone();
        }
    }
}
