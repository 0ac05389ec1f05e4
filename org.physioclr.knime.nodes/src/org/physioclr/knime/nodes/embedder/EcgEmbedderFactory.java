package org.physioclr.knime.nodes.embedder;

import java.util.Optional;
import java.util.stream.IntStream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DoubleCell;
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
import org.physioclr.knime.nodes.port.EncoderPortObjectSpec;
import org.physioclr.torch.protocol.EncoderCard;

/** The node ECG Embedder. */
public final class EcgEmbedderFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("ECG Embedder").icon("ecg-embedder.png")
        .shortDescription("Turns electrocardiograms into vectors of numbers with a pretrained encoder.")
        .fullDescription("""
            Adds the embedding of each ECG, one column a number, for any of KNIME's learners, clusterings or
            projections. The signal is prepared as the encoder's card says (leads, rate, segment, filter,
            normalisation). A record's embedding is the mean over its segments; the windows of one record get the
            same. An ECG that can't be used has missing values. For research; not a medical device.""")
        .sinceVersion(0, 1, 0)
        .ports(ports -> ports
            .addInputPort("Encoder", "A pretrained encoder.", EncoderPortObject.TYPE)
            .addInputTable("ECGs", "The ECGs to embed.")
            .addOutputTable("ECGs with embeddings", "The input with the columns Embedding 1, Embedding 2 …"))
        .model(model -> model.parametersClass(EcgEmbedderParameters.class).configure(EcgEmbedderFactory::configure)
            .execute(NodeWork.of((input, output, progress) -> new EmbedderRun(input, progress).run(output))))
        .nodeType(NodeType.Predictor).keywords("embedding", "representation", "feature extraction", "encoder");

    public EcgEmbedderFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        EcgEmbedderParameters parameters = input.getParameters();
        DataTableSpec spec = input.getInTableSpec(1);
        EcgColumns.indexIn(spec, parameters.ecgColumn);
        NodeWork.check(parameters.machine::toMachine);
        Optional<EncoderCard> card = ((EncoderPortObjectSpec) input.getInPortSpec(0)).card();
        output.setOutSpec(0, card.isPresent() ? spec(spec, card.get().embeddingLength()) : null);
    }

    /** The input's columns followed by those of the embedding. */
    static DataTableSpec spec(DataTableSpec input, int length) throws InvalidSettingsException {
        DataColumnSpec[] columns = IntStream.rangeClosed(1, length)
            .mapToObj(i -> EcgTable.column("Embedding " + i, DoubleCell.TYPE)).toArray(DataColumnSpec[]::new);
        for (DataColumnSpec column : columns) {
            if (input.containsName(column.getName())) {
                throw new InvalidSettingsException("The input table has a column \"" + column.getName()
                    + "\" already. Remove or rename the columns of an earlier embedding.");
            }
        }
        return new DataTableSpecCreator(input).addColumns(columns).createSpec();
    }
}
