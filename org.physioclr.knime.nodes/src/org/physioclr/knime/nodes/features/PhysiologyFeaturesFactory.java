package org.physioclr.knime.nodes.features;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.physioclr.core.run.Progress;
import org.physioclr.knime.nodes.bridge.NodePage;
import org.physioclr.knime.nodes.bridge.NodeWork;

/** The node Physiology Features. */
public final class PhysiologyFeaturesFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Physiology Features")
        .icon("physiology-features.png")
        .shortDescription("Measures the physiology of electrocardiograms: rhythm, intervals, amplitudes, axis, ST.")
        .fullDescription("""
            Finds the heartbeats of each electrocardiogram (ECG), marks onset, peak and offset of P, QRS and T, and
            measures rhythm, intervals (PR, QRS, QT, QTc by Bazett, Fridericia, Framingham and Hodges), amplitudes, ST
            levels, axis, voltage indices and how alike the beats are. The units are in the column names. Everything is
            measured in millivolts on the signal as recorded, intervals in lead II, with a vote of all leads. The view
            shows the first ECGs with their beats marked; so does the table, if the ECG column is shown as <i>ECG with
            its beats marked</i>.
            <br/><br/>
            What an ECG does not show is missing, never 0: the PR interval in atrial fibrillation, the axis without limb
            leads. The column <i>Physiology quality</i> says why; it is empty where nothing stands in the way. The
            features are what PhysioCLR Pretrain finds similar ECGs by. For research; not a medical device.""")
        .sinceVersion(0, 1, 0)
        .ports(ports -> ports.addInputTable("ECGs", "ECGs of 100 Hz or more, any leads, in millivolts.")
            .addOutputTable("ECGs with features", """
                The input with a number column for each feature, the column <i>Physiology quality</i> and, if wished,
                the list column <i>R peaks [s]</i>."""))
        .model(model -> model.parametersClass(PhysiologyFeaturesParameters.class)
            .configure(PhysiologyFeaturesFactory::configure).execute(NodeWork.of(PhysiologyFeaturesFactory::execute)))
        .addView(view -> NodePage.of(view, "The first ECGs with onset, peak and offset of P, QRS and T marked.",
            "beats.html"))
        .nodeType(NodeType.Manipulator)
        .keywords("QRS", "QT", "heart rate", "HRV", "R peak", "delineation", "electrocardiogram");

    public PhysiologyFeaturesFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        DataTableSpec spec = input.getInTableSpec(0);
        output.setOutSpecs(FeatureColumns.in(spec, input.getParameters()).rearranger(spec).createSpec());
    }

    private static void execute(ExecuteInput input, ExecuteOutput output, Progress progress) throws Exception {
        DataTableSpec spec = input.getInTable(0).getDataTableSpec();
        FeatureColumns columns = FeatureColumns.in(spec, input.getParameters());
        progress.report(0, "Measuring " + input.getInTable(0).size() + " ECGs");
        BufferedDataTable table = input.getExecutionContext().createColumnRearrangeTable(input.getInTable(0),
            columns.rearranger(spec), input.getExecutionContext());
        output.setOutData(table);
        NodePage.keep(input.getExecutionContext(), output, BeatPictures.of(table, columns.ecgColumn()));
        columns.warning().ifPresent(output::setWarningMessage);
    }
}
