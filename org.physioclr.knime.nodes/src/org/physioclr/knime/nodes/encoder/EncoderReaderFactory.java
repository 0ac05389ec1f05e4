package org.physioclr.knime.nodes.encoder;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.physioclr.knime.nodes.bridge.ChosenPath;
import org.physioclr.knime.nodes.bridge.NodeWork;
import org.physioclr.knime.nodes.port.EncoderPortObject;

/** The node Encoder Reader. */
public final class EncoderReaderFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Encoder Reader").icon("encoder-reader.png")
        .shortDescription("Reads a pretrained encoder from its files.")
        .fullDescription("""
            Reads an encoder that the Encoder Writer has written: the weights (.safetensors) and beside them the card
            (.json) of the same name. A card of a newer format, or weights that are not the card's, are refused.""")
        .sinceVersion(0, 1, 0)
        .ports(ports -> ports.addOutputPort("Encoder", "The encoder with its card.", EncoderPortObject.TYPE))
        .model(model -> model.parametersClass(EncoderReaderParameters.class).configure(EncoderReaderFactory::configure)
            .execute(NodeWork.of((input, output, progress) -> {
                EncoderReaderParameters parameters = input.getParameters();
                try (ChosenPath source = parameters.source.open()) {
                    output.setOutData(0, EncoderPortObject.of(source.path(), input.getExecutionContext()));
                }
            })))
        .nodeType(NodeType.Source).keywords("model", "checkpoint", "safetensors", "import");

    public EncoderReaderFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        EncoderReaderParameters parameters = input.getParameters();
        if (parameters.source.isEmpty()) {
            throw new InvalidSettingsException("No encoder file is chosen. Choose a .safetensors file in the dialog.");
        }
        output.setOutSpec(0, null); // which encoder it is, the file says
    }
}
