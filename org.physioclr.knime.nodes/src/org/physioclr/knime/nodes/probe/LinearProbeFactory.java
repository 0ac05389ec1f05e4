package org.physioclr.knime.nodes.probe;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.NodeWork;
import org.physioclr.knime.nodes.port.EncoderPortObject;

/** The node Linear Probe. */
public final class LinearProbeFactory extends DefaultNodeFactory {

    static final DataTableSpec REPORT = new DataTableSpecCreator().addColumns(new DataColumnSpec[] {
        EcgTable.column("Encoder", StringCell.TYPE), EcgTable.column("Label fraction [%]", DoubleCell.TYPE),
        EcgTable.column("Draw", IntCell.TYPE), EcgTable.column("Label", StringCell.TYPE),
        EcgTable.column("Training rows", IntCell.TYPE), EcgTable.column("Positives", IntCell.TYPE),
        EcgTable.column("C", DoubleCell.TYPE), EcgTable.column("Threshold", DoubleCell.TYPE),
        EcgTable.column("Reason", StringCell.TYPE)}).createSpec();

    private static final DefaultNode NODE = DefaultNode.create().name("Linear Probe").icon("linear-probe.png")
        .shortDescription("Finds out what an encoder has learnt, by logistic regression on its embeddings.")
        .fullDescription("""
            Fits a logistic regression for each label to the frozen, standardised embeddings of the training ECGs and
            predicts the test ECGs. The strength of the penalty is chosen for each label by cross-validation over
            patients, on training rows alone. With label fractions the regression is fitted again on a share of the
            training patients, drawn several times: how many labels does the encoder save? The same can be done with
            random weights and with the physiology features, which a pretrained encoder has to beat.
            <br/><br/>
            Tables that share a patient are refused, as the scores would be too good. A label with too few positives is
            not fitted: its predictions are missing and the report says why. For research; not a medical device.""")
        .sinceVersion(0, 1, 0)
        .ports(ports -> ports
            .addInputPort("Encoder", "The encoder to probe.", EncoderPortObject.TYPE)
            .addInputTable("Training ECGs", "ECGs with 0/1 label columns to fit on.")
            .addInputTable("Test ECGs", "ECGs of other patients with the same label columns.")
            .addOutputTable("Predictions", """
                A row for each test ECG, or for each ECG and block if there are several encoders, label fractions or
                draws: for each label L the truth L, Prediction (L), the probability P (L=1) and Threshold (L).""")
            .addOutputTable("Probe report", """
                A row for each block and label: training rows and positives, the chosen C, the threshold, and why a
                label was not fitted."""))
        .model(model -> model.parametersClass(LinearProbeParameters.class).configure(LinearProbeFactory::configure)
            .execute(NodeWork.of((input, output, progress) -> new ProbeRun(input, progress).run(output))))
        .nodeType(NodeType.Learner).keywords("logistic regression", "evaluation", "label efficiency", "baseline");

    public LinearProbeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        LinearProbeParameters parameters = input.getParameters();
        List<String> labels = parameters.labels(input.getInTableSpec(1), input.getInTableSpec(2));
        EcgColumns.indexIn(input.getInTableSpec(1), "", "training table");
        EcgColumns.indexIn(input.getInTableSpec(2), "", "test table");
        NodeWork.check(() -> parameters.toOptions(false));
        NodeWork.check(parameters.machine::toMachine);
        output.setOutSpecs(Predictions.spec(labels), REPORT);
    }
}
