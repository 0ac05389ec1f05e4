package org.physioclr.host.nodes;

import java.util.Optional;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** A source of the numbers 0, 1, … that can be told how to end. */
public final class NumbersFactory extends DefaultNodeFactory {

    static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("Number", DoubleCell.TYPE).createSpec());

    private static final DefaultNode NODE = DefaultNode.create().name("Numbers").icon("numbers.png")
        .shortDescription("Counts.").fullDescription("Counts.").sinceVersion(0, 1, 0)
        .ports(ports -> ports.addOutputTable("Numbers", "A row for each."))
        .model(model -> model.parametersClass(NumbersParameters.class).configure(NumbersFactory::configure)
            .execute(NumbersFactory::execute))
        .addView(view -> view.withoutParameters().description("The sum.")
            .page(page -> page.fromString(() -> "<html><head></head><body></body></html>").relativePath("page.html"))
            .initialData(data -> data.data(input -> input.getInternalTables()[0].size() + " </script>")));

    public NumbersFactory() {
        super(NODE);
    }

    /** How the node ends. */
    public enum Ending {
        SUCCEED, WARN, REFUSE, FAIL, BREAK, FORGET
    }

    /** Parameters of several kinds. */
    public static final class NumbersParameters implements NodeParameters {

        int count = 3;
        Ending ending = Ending.SUCCEED;
        Group group = new Group();
        FileSelection file = new FileSelection();

        /** Nested. */
        public static final class Group implements NodeParameters {
            double step = 1;
            Optional<Integer> first = Optional.empty();
            String[] names = {"a", "b"};
        }

        @Override
        public void validate() throws InvalidSettingsException {
            if (count < 0) {
                throw new InvalidSettingsException("count must not be negative, it is " + count);
            }
        }
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        NumbersParameters parameters = input.getParameters();
        if (parameters.ending == Ending.REFUSE) {
            throw new InvalidSettingsException("Refused on demand");
        }
        if (parameters.ending == Ending.WARN) {
            output.setWarningMessage("Only a few");
        }
        output.setOutSpecs(SPEC);
    }

    private static void execute(ExecuteInput input, ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        NumbersParameters parameters = input.getParameters();
        switch (parameters.ending) {
            case FAIL -> throw new KNIMEException("Failed on demand");
            case BREAK -> throw new IllegalStateException("Broken on demand");
            case WARN -> output.setWarningMessage("Only " + parameters.count);
            default -> { }
        }
        BufferedDataContainer container = input.getExecutionContext().createDataContainer(SPEC);
        for (int i = 0; i < parameters.count; i++) {
            input.getExecutionContext().checkCanceled();
            input.getExecutionContext().setProgress((i + 1.0) / parameters.count, "number " + i);
            container.addRowToTable(new DefaultRow("Row" + i,
                new DoubleCell(parameters.group.first.orElse(0) + i * parameters.group.step)));
        }
        container.close();
        output.setInternalData(container.getTable());
        if (parameters.ending != Ending.FORGET) {
            output.setOutData(container.getTable());
        }
    }
}
