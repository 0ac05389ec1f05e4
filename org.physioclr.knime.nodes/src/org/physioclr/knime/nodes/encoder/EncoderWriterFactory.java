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

/** The node Encoder Writer. */
public final class EncoderWriterFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Encoder Writer").icon("encoder-writer.png")
        .shortDescription("Writes a pretrained encoder to files.")
        .fullDescription("""
            Writes an encoder as two files: the weights in the safetensors format, which Python and other programs read,
            and beside them the card, a JSON file of the same name that says how the encoder was trained, what to do
            to an ECG before it, and on which data it was trained. Nothing half-written stays if writing fails.""")
        .sinceVersion(0, 1, 0)
        .ports(ports -> ports.addInputPort("Encoder", "The encoder to write.", EncoderPortObject.TYPE))
        .model(model -> model.parametersClass(EncoderWriterParameters.class).configure(EncoderWriterFactory::configure)
            .execute(NodeWork.of((input, output, progress) -> {
                EncoderWriterParameters parameters = input.getParameters();
                EncoderPortObject encoder = input.getInPortObject(0);
                try (ChosenPath target = parameters.target.open()) {
                    encoder.writeTo(target.path(), parameters.overwrite);
                }
            })))
        .nodeType(NodeType.Sink).keywords("model", "checkpoint", "safetensors", "export", "save");

    public EncoderWriterFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        EncoderWriterParameters parameters = input.getParameters();
        if (parameters.target.isEmpty()) {
            throw new InvalidSettingsException("No file to write is chosen. Name a .safetensors file in the dialog.");
        }
    }
}
