package org.physioclr.knime.nodes.augmenter;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.NodeWork;
import org.physioclr.knime.nodes.port.RecipePortObject;
import org.physioclr.knime.nodes.port.RecipePortObjectSpec;

/** The node ECG Augmenter. */
public final class EcgAugmenterFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("ECG Augmenter").icon("ecg-augmenter.png")
        .shortDescription("Changes electrocardiograms in ways that should not change what they say about the heart.")
        .fullDescription("""
            Sets up a recipe of augmentations and shows what it does: shuffled heartbeats, masked leads, baseline
            wander, muscle, mains and white noise, scaled amplitudes, time shift and masks, a turned heart, exchanged
            arms. The recipe goes to PhysioCLR Pretrain, which draws it anew in every step of training; the table is a
            preview, or an enlarged set for other learners. Augmentations work on millivolts, in the order of the
            dialog.
            <br/><br/>
            Noise is added at the electrodes, so that Einthoven's law stays true. Strong noise or masking also takes
            evidence away. For research; not a medical device.""")
        .sinceVersion(0, 1, 0)
        .ports(ports -> ports
            .addInputTable("ECGs", "The ECGs to augment.")
            .addOutputTable("Augmented ECGs", """
                The input's rows with the augmented signal; the row key is followed by |augmented k.""")
            .addOutputPort("Augmentation recipe", "The recipe for PhysioCLR Pretrain.", RecipePortObject.TYPE))
        .model(model -> model.parametersClass(EcgAugmenterParameters.class).configure(EcgAugmenterFactory::configure)
            .execute(NodeWork.of((input, output, progress) -> {
                EcgAugmenterParameters parameters = input.getParameters();
                new Augmenting(parameters, input.getInTable(0), input.getExecutionContext(), progress).run(output);
            })))
        .nodeType(NodeType.Manipulator).keywords("augmentation", "noise", "heartbeat shuffle", "masking", "3KG");

    public EcgAugmenterFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        EcgAugmenterParameters parameters = input.getParameters();
        DataTableSpec spec = input.getInTableSpec(0);
        EcgColumns.indexIn(spec, parameters.ecgColumn);
        NodeWork.check(parameters::check);
        output.setOutSpecs(spec, new RecipePortObjectSpec(parameters.toRecipe()));
    }
}
