package org.physioclr.host.nodes.sample;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node behind the sample workflows with an optional port between two fixed ones. */
public final class OptionalPortFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("rows", LongCell.TYPE).createSpec());

    private static final DefaultNode NODE = DefaultNode.create().name("Optional Port").icon("port.png")
        .shortDescription("Counts rows.").fullDescription("Counts rows.").sinceVersion(5, 9, 0)
        .dynamicPorts(ports -> ports
            .addInputPortGroup("First", group -> group.name("First").description("Fixed.")
                .fixed(BufferedDataTable.TYPE))
            .addInputPortGroup("Annotations", group -> group.name("Annotations").description("Optional.").optional()
                .supportedTypes(BufferedDataTable.TYPE))
            .addInputPortGroup("Last", group -> group.name("Last").description("Fixed.").fixed(BufferedDataTable.TYPE))
            .addOutputPortGroup("Out", group -> group.name("Out").description("Counts.").fixed(BufferedDataTable.TYPE)))
        .model(model -> model.withoutParameters().configure((input, output) -> output.setOutSpec(0, SPEC))
            .execute(OptionalPortFactory::execute));

    public OptionalPortFactory() {
        super(NODE);
    }

    private static void execute(ExecuteInput input, ExecuteOutput output) {
        BufferedDataContainer container = input.getExecutionContext().createDataContainer(SPEC);
        for (int i = 0; i < input.getInTables().length; i++) {
            container.addRowToTable(new DefaultRow("Input " + i, new LongCell(input.getInTable(i).size())));
        }
        container.close();
        output.setOutData(0, container.getTable());
    }
}
