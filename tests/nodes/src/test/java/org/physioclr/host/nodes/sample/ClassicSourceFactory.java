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

/** Stands for the sample workflows' source, a node of KNIME's classic kind, which this host can't run. */
public final class ClassicSourceFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("name", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("value", DoubleCell.TYPE).createSpec());

    private static final DefaultNode NODE = DefaultNode.create().name("Classic Test Source").icon("source.png")
        .shortDescription("Makes rows.").fullDescription("Makes rows.").sinceVersion(5, 9, 0)
        .ports(ports -> ports.addOutputTable("Out", "Rows."))
        .model(model -> model.withoutParameters().configure((input, output) -> output.setOutSpec(0, SPEC))
            .execute(ClassicSourceFactory::execute));

    public ClassicSourceFactory() {
        super(NODE);
    }

    private static void execute(ExecuteInput input, ExecuteOutput output) {
        BufferedDataContainer container = input.getExecutionContext().createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("Row0", new StringCell("p0"), new DoubleCell(2)));
        container.addRowToTable(new DefaultRow("Row1", new StringCell("p1"), new DoubleCell(4)));
        container.close();
        output.setOutData(0, container.getTable());
    }
}
