package org.physioclr.knime.nodes.pretrain;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.physioclr.core.feature.FeatureLayout;
import org.physioclr.knime.nodes.bridge.EcgColumns;
import org.physioclr.knime.nodes.bridge.EcgTable;
import org.physioclr.knime.nodes.bridge.NodePage;
import org.physioclr.knime.nodes.bridge.NodeWork;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.knime.nodes.port.EncoderPortObjectSpec;
import org.physioclr.knime.nodes.port.RecipePortObject;

/** The node PhysioCLR Pretrain. */
public final class PretrainFactory extends DefaultNodeFactory {

    static final DataTableSpec CURVE = new DataTableSpecCreator().addColumns(new DataColumnSpec[] {
        EcgTable.column("Epoch", IntCell.TYPE), EcgTable.column("Step", IntCell.TYPE),
        EcgTable.column("Loss", DoubleCell.TYPE), EcgTable.column("Contrastive loss", DoubleCell.TYPE),
        EcgTable.column("Reconstruction error", DoubleCell.TYPE), EcgTable.column("Peak error", DoubleCell.TYPE),
        EcgTable.column("Validation loss", DoubleCell.TYPE), EcgTable.column("Learning rate", DoubleCell.TYPE),
        EcgTable.column("Positives per anchor", DoubleCell.TYPE)}).createSpec();

    private static final DefaultNode NODE = DefaultNode.create().name("PhysioCLR Pretrain").icon("pretrain.png")
        .shortDescription("Learns an encoder from electrocardiograms without labels.")
        .fullDescription("""
            Trains an encoder that turns an electrocardiogram (ECG) into a vector of numbers, without any labels.
            PhysioCLR (Maghsoodi et al., arXiv 2509.08116) pulls together ECGs whose physiology is alike (heart rate,
            PR, QRS, QT, ST, P wave …), neighbouring segments of a record and a copy with shuffled heartbeats, pushes
            the others apart, and reconstructs the signal, the peaks above all, as a masked autoencoder. Either branch
            can learn alone. The losses are corrected: an ECG is no positive of itself, the loss is bounded below, and
            the whole signal is reconstructed; the published form is there to compare with. So are CMSC and SimCLR, and
            None gives random weights, the baseline that every pretraining has to beat.
            <br/><br/>
            Training runs in a process of its own on the CPU or on one GPU; it can't share a batch among several GPUs.
            On a CPU equal settings, data, machine and threads give an equal encoder, also if training was killed and
            has gone on from its checkpoint folder. A loss that is no number any more ends training with the encoder of
            the epoch before. What is done to the signal beforehand (leads, rate, segment, filter, normalisation) is set
            here, stored with the encoder and done again whenever it is used. For research; not a medical device.""")
        .sinceVersion(0, 1, 0)
        .dynamicPorts(ports -> ports
            .addInputPortGroup("ECGs", group -> group.name("ECGs").description("""
                The ECGs to learn from. Positives by physiology need the columns of Physiology Features.""")
                .fixed(BufferedDataTable.TYPE))
            .addInputPortGroup("Augmentation recipe", group -> group.name("Augmentation recipe").description("""
                What is done to each view, drawn anew in every step. Without it leads are masked at random.""")
                .optional().supportedTypes(RecipePortObject.TYPE))
            .addInputPortGroup("Encoder to continue from", group -> group.name("Encoder to continue from")
                .description("An encoder whose weights training begins with, instead of random ones.").optional()
                .supportedTypes(EncoderPortObject.TYPE))
            .addOutputPortGroup("Encoder", group -> group.name("Encoder").description("""
                The trained encoder with its card: settings, preprocessing, data and training curve.""")
                .fixed(EncoderPortObject.TYPE))
            .addOutputPortGroup("Training curve", group -> group.name("Training curve").description("""
                A row for each epoch with every term of the loss, missing where it is switched off.""")
                .fixed(BufferedDataTable.TYPE)))
        .model(model -> model.parametersClass(PretrainParameters.class).configure(PretrainFactory::configure)
            .execute(NodeWork.of((input, output, progress) -> new PretrainRun(input, progress).run(output))))
        .addView(view -> NodePage.of(view, "The terms of the loss, the learning rate and the positives by epoch.",
            "training-curve.html"))
        .nodeType(NodeType.Learner)
        .keywords("self-supervised", "contrastive", "SimCLR", "CMSC", "representation learning", "deep learning");

    public PretrainFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        PretrainParameters parameters = input.getParameters();
        DataTableSpec spec = input.getInTableSpec(0);
        EcgColumns.indexIn(spec, parameters.ecgColumn);
        NodeWork.check(parameters::toOptions);
        NodeWork.check(parameters.checkpoints::toCheckpoints);
        NodeWork.check(parameters.machine::toMachine);
        if (parameters.toOptions().usesFeatures() && FeatureLayout.among(EcgTable.names(spec)).isEmpty()) {
            throw new InvalidSettingsException("\"Positives by physiology\" needs feature columns, and the input table "
                + "has none. Put the Physiology Features node before this one, or switch the setting off.");
        }
        output.setOutSpecs(new EncoderPortObjectSpec(), CURVE);
    }
}
