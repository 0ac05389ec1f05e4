package org.physioclr.host.nodes;

import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Puts one table of {@link NumbersFactory} or two below each other. */
public final class JoinFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Join").icon("join.png")
        .shortDescription("Joins.").fullDescription("Joins.").sinceVersion(0, 1, 0)
        .dynamicPorts(ports -> ports
            .addInputPortGroup("First", group -> group.name("First").description("Rows.")
                .fixed(BufferedDataTable.TYPE))
            .addInputPortGroup("Second", group -> group.name("Second").description("More rows.").optional()
                .supportedTypes(BufferedDataTable.TYPE))
            .addOutputPortGroup("Joined", group -> group.name("Joined").description("All rows.")
                .fixed(BufferedDataTable.TYPE)))
        .model(model -> model.withoutParameters()
            .configure((input, output) -> output.setOutSpecs(NumbersFactory.SPEC)).execute(JoinFactory::execute));

    public JoinFactory() {
        super(NODE);
    }

    private static void execute(ExecuteInput input, ExecuteOutput output) {
        BufferedDataContainer container = input.getExecutionContext().createDataContainer(NumbersFactory.SPEC);
        int number = 0;
        for (BufferedDataTable table : input.getInTables()) {
            String prefix = number++ + " ";
            try (CloseableRowIterator rows = table.iterator()) {
                rows.forEachRemaining(row -> container.addRowToTable(
                    new DefaultRow(prefix + row.getKey().getString(), row.getCell(0))));
            }
        }
        container.close();
        output.setOutData(container.getTable());
    }
}
