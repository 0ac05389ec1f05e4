package org.physioclr.host.nodes.sample;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** The node behind the sample workflows with variables and optional ports. */
public final class VariableSourceFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("label", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("value", DoubleCell.TYPE).createSpec());

    private static final DefaultNode NODE = DefaultNode.create().name("Var Source").icon("source.png")
        .shortDescription("Makes rows.").fullDescription("Makes rows.").sinceVersion(5, 9, 0)
        .ports(ports -> ports.addOutputTable("Out", "Rows."))
        .model(model -> model.parametersClass(VariableParameters.class)
            .configure((input, output) -> output.setOutSpec(0, SPEC)).execute(VariableSourceFactory::execute));

    public VariableSourceFactory() {
        super(NODE);
    }

    /** The parameters of KNIME's sample. */
    public static final class VariableParameters implements NodeParameters {

        int count = 3;
        Options options = new Options();

        /** Nested. */
        public static final class Options implements NodeParameters {
            String label = "default";
            double scale = 1.0;
        }
    }

    private static void execute(ExecuteInput input, ExecuteOutput output) {
        VariableParameters parameters = input.getParameters();
        BufferedDataContainer container = input.getExecutionContext().createDataContainer(SPEC);
        for (int i = 0; i < parameters.count; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new StringCell(parameters.options.label),
                new DoubleCell(i * parameters.options.scale)));
        }
        container.close();
        output.setOutData(0, container.getTable());
    }
}
