package org.physioclr.host.nodes;

import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Values that are hard to write as CSV, at ports whose names look alike as file names. */
public final class AwkwardFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC = new DataTableSpec(
        new DataColumnSpecCreator("Te,xt", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Double", DoubleCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Int", IntCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Long", LongCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Boolean", BooleanCell.TYPE).createSpec(),
        new DataColumnSpecCreator("List", ListCell.getCollectionType(DoubleCell.TYPE)).createSpec());

    private static final DefaultNode NODE = DefaultNode.create().name("Awkward").icon("awkward.png")
        .shortDescription("Awkward.").fullDescription("Awkward.").sinceVersion(0, 1, 0)
        .ports(ports -> ports.addOutputTable("A/B", "Values.").addOutputTable("A:B", "The same."))
        .model(model -> model.withoutParameters().configure((input, output) -> output.setOutSpecs(SPEC, SPEC))
            .execute(AwkwardFactory::execute));

    public AwkwardFactory() {
        super(NODE);
    }

    private static void execute(ExecuteInput input, ExecuteOutput output) {
        BufferedDataContainer container = input.getExecutionContext().createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("plain", new StringCell("x"), new DoubleCell(0.1), new IntCell(-1),
            new LongCell(Long.MAX_VALUE), BooleanCell.TRUE,
            CollectionCellFactory.createListCell(List.of(new DoubleCell(1), new DoubleCell(1e-300)))));
        container.addRowToTable(new DefaultRow("quo\"ted", new StringCell("a,\"b\"\r\nc"), new DoubleCell(Math.PI),
            new IntCell(0), new LongCell(0), BooleanCell.FALSE, CollectionCellFactory.createListCell(List.of())));
        DataCell missing = DataType.getMissingCell();
        container.addRowToTable(new DefaultRow("empty", new StringCell(""), missing, missing, missing, missing,
            missing));
        container.close();
        BufferedDataTable table = container.getTable();
        output.setOutData(table, table);
    }
}
