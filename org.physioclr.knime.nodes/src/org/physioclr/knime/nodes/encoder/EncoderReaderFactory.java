package org.physioclr.knime.nodes.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.physioclr.knime.nodes.bridge.ChosenPath;
import org.physioclr.knime.nodes.bridge.NodeWork;
import org.physioclr.knime.nodes.port.EncoderPortObject;
import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.EncoderImport;

/** The node Encoder Reader. */
public final class EncoderReaderFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Encoder Reader").icon("encoder-reader.png")
        .shortDescription("Reads a pretrained encoder from its files.")
        .fullDescription("""
            Reads an encoder that the Encoder Writer has written: the weights (.safetensors) and beside them the card
            (.json) of the same name. A card of a newer format, or weights that are not the card's, are refused.

            Weights that fairseq-signals has trained as wav2vec2_cmsc, such as the public ones of ECG-FM, are read from
            a .safetensors file with their own names and become an encoder of the base kind. A .json file beside them
            may say what they don't: {"heads": 12, "preprocessing": {…}} as in the card of another encoder; without it
            there are 12 attention heads, twelve leads, 500 Hz, segments of 5 s and a z-score of every lead.""")
        .sinceVersion(0, 1, 0)
        .ports(ports -> ports.addOutputPort("Encoder", "The encoder with its card.", EncoderPortObject.TYPE))
        .model(model -> model.parametersClass(EncoderReaderParameters.class).configure(EncoderReaderFactory::configure)
            .execute(NodeWork.of((input, output, progress) -> {
                EncoderReaderParameters parameters = input.getParameters();
                try (ChosenPath source = parameters.source.open()) {
                    output.setOutData(0, read(source.path(), input.getExecutionContext()));
                }
            })))
        .nodeType(NodeType.Source).keywords("model", "checkpoint", "safetensors", "import");

    public EncoderReaderFactory() {
        super(NODE);
    }

    private static EncoderPortObject read(Path weights, ExecutionContext context) throws IOException {
        if (!EncoderImport.isForeign(weights)) {
            return EncoderPortObject.of(weights, context);
        }
        Path folder = Files.createTempDirectory("physioclr-import");
        Path imported = folder.resolve("encoder.safetensors");
        try {
            EncoderImport.convert(weights, imported);
            return EncoderPortObject.of(imported, context);
        } finally {
            Files.deleteIfExists(imported);
            Files.deleteIfExists(EncoderCard.beside(imported));
            Files.delete(folder);
        }
    }

    private static void configure(ConfigureInput input, ConfigureOutput output) throws InvalidSettingsException {
        EncoderReaderParameters parameters = input.getParameters();
        if (parameters.source.isEmpty()) {
            throw new InvalidSettingsException("No encoder file is chosen. Choose a .safetensors file in the dialog.");
        }
        output.setOutSpec(0, null); // which encoder it is, the file says
    }
}
