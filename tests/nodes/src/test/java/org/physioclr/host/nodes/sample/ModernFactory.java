package org.physioclr.host.nodes.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.append.AppendedColumnRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.KNIMEException;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.location.FSPathProvider;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * The node behind the sample workflows with settings of each type: scales a column, and reads a file if one is chosen.
 */
public final class ModernFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Modern Test Node").icon("modern.png")
        .shortDescription("Scales.").fullDescription("Scales a column.").sinceVersion(5, 9, 0)
        .ports(ports -> ports.addInputTable("In", "Rows.").addOutputTable("Out", "Rows."))
        .model(model -> model.parametersClass(ModernParameters.class)
            .configure((input, output) -> output.setOutSpec(0, spec(input.getInTableSpec(0))))
            .execute(ModernFactory::execute));

    public ModernFactory() {
        super(NODE);
    }

    private static DataTableSpec spec(DataTableSpec input) {
        return new DataTableSpec(input,
            new DataTableSpec(new DataColumnSpecCreator("scaled", DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator("extra", StringCell.TYPE).createSpec()));
    }

    private static void execute(ExecuteInput input, ExecuteOutput output) throws KNIMEException {
        ModernParameters parameters = input.getParameters();
        DataTableSpec spec = input.getInTable(0).getDataTableSpec();
        int column = spec.findColumnIndex(parameters.column);
        String extra = parameters.m_text + text(parameters.file.getFSLocation());
        BufferedDataContainer container = input.getExecutionContext().createDataContainer(spec(spec));
        try (CloseableRowIterator rows = input.getInTable(0).iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                double value = ((DoubleValue) row.getCell(column)).getDoubleValue();
                container.addRowToTable(new AppendedColumnRow(row, new DoubleCell(value * parameters.factor),
                    new StringCell(extra)));
            }
        }
        container.close();
        output.setOutData(0, container.getTable());
    }

    private static String text(FSLocation location) throws KNIMEException {
        if (location.getPath().isEmpty()) {
            return "";
        }
        try (FSPathProviderFactory factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
            FSPathProvider provider = factory.create(location)) {
            return Files.readString(provider.getPath()).trim();
        } catch (IOException e) {
            throw new KNIMEException("There is no " + location.getPath(), e);
        }
    }
}
