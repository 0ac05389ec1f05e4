package org.physioclr.knime.nodes.partitioner;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.physioclr.knime.nodes.bridge.NodeWork;

/** The node ECG Partitioner. */
public final class EcgPartitionerFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("ECG Partitioner").icon("ecg-partitioner.png")
        .shortDescription("Splits ECGs into training and test by patient, with every label balanced.")
        .fullDescription("""
            Splits a table so that no patient is on both sides: a model that has seen a patient knows the heart, and its
            scores on other ECGs of the same heart would be too good. The shares of the labels are kept as alike on both
            sides as that allows, rare labels first (iterative stratification, Sechidis et al., ECML PKDD 2011,
            applied to patients).
            <br/><br/>
            Where a data set comes with recommended folds, as PTB-XL does, choose <i>Fixed folds</i> instead.
            <br/><br/>
            A row whose patient is missing counts as a patient of its own.""")
        .sinceVersion(0, 1, 0)
        .ports(ports -> ports
            .addInputTable("ECGs", "The table to split, with a patient column and label columns.")
            .addOutputTable("Training", "The rows to learn from, in the input's order.")
            .addOutputTable("Test", "The rows to test with, in the input's order."))
        .model(model -> model.parametersClass(EcgPartitionerParameters.class)
            .configure(EcgPartitionerFactory::configure)
            .execute(NodeWork.of((input, output, progress) -> {
                EcgPartitionerParameters parameters = input.getParameters();
                new Partitioning(parameters, input.getInTable(0), progress).run(input.getExecutionContext(), output);
            })))
        .nodeType(NodeType.Manipulator).keywords("split", "train", "test", "stratified", "patient");

    public EcgPartitionerFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        EcgPartitionerParameters parameters = input.getParameters();
        DataTableSpec spec = input.getInTableSpec(0);
        parameters.patientIndex(spec);
        parameters.labels(spec);
        parameters.folds(spec);
        NodeWork.check(parameters::shares);
        output.setOutSpecs(spec, spec);
    }
}
