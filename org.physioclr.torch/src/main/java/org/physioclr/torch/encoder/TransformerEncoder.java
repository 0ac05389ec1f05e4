package org.physioclr.torch.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.protocol.EncoderArchitecture.Stem;
import org.physioclr.torch.protocol.EncoderArchitecture.Transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Convolutional stages, a projection, a positional convolution and transformer layers (wav2vec 2.0, Baevski et al.,
 * NeurIPS 2020, as fairseq-signals arranges it for ECGs). With the group-norm stem the arrays have the names of
 * fairseq-signals' {@code wav2vec2_cmsc}, whose public weights therefore fit.
 *
 * @param architecture its shape
 * @param parameters its arrays
 * @param stages the batch-norm stem; null with the other one
 */
record TransformerEncoder(Transformer architecture, Parameters parameters, ConvStages stages) implements Encoder {

    private static final String EXTRACTOR = "feature_extractor.";
    private static final String POSITIONS = "conv_pos.pos_conv.0.";
    private static final List<String> PROJECTIONS = List.of("k_proj", "v_proj", "q_proj", "out_proj");

    /** The spread of a linear layer's weights, as in BERT. */
    private static final double LINEAR_DEVIATION = 0.02;

    static TransformerEncoder of(Transformer architecture) {
        Parameters parameters = new Parameters();
        ConvStages stages = null;
        if (architecture.stem() == Stem.BATCH_NORM) {
            stages = new ConvStages(EXTRACTOR, architecture.channels(), architecture.kernels());
            stages.declare(parameters, architecture.leads());
        } else {
            declareExtractor(parameters, architecture);
        }
        declareTokens(parameters, architecture);
        for (int layer = 0; layer < architecture.layers(); layer++) {
            declareLayer(parameters, layer(layer), architecture);
        }
        return new TransformerEncoder(architecture, parameters, stages);
    }

    private static void declareExtractor(Parameters parameters, Transformer architecture) {
        int inputs = architecture.leads();
        for (int stage = 0; stage < architecture.halvings(); stage++) {
            int outputs = architecture.channels().get(stage);
            parameters.kaiming(extractor(stage, 0) + "weight", outputs, inputs, architecture.kernels().get(stage));
            if (stage == 0) {
                parameters.norm(EXTRACTOR + "conv_layers.0.2", outputs);
            }
            inputs = outputs;
        }
    }

    private static void declareTokens(Parameters parameters, Transformer architecture) {
        long width = architecture.width();
        long inputs = architecture.channels().get(architecture.halvings() - 1);
        long kernel = architecture.positionKernel();
        parameters.norm("layer_norm", inputs);
        if (inputs != width) {
            parameters.uniform("post_extract_proj.weight", width, inputs)
                .uniform("post_extract_proj.bias", inputs, new long[] {width});
        }
        // The gain is the expected length of a random direction, so that the first weight is all but that direction.
        long perTap = width * (width / architecture.positionGroups());
        double deviation = Math.sqrt(4.0 / (kernel * width));
        parameters.constant(POSITIONS + "weight_g", deviation * Math.sqrt(perTap), 1, 1, kernel)
            .normal(POSITIONS + "weight_v", deviation, width, width / architecture.positionGroups(), kernel)
            .constant(POSITIONS + "bias", 0, width).norm("encoder.layer_norm", width);
    }

    private static void declareLayer(Parameters parameters, String layer, Transformer architecture) {
        long width = architecture.width();
        for (String projection : PROJECTIONS) {
            parameters.normal(layer + "self_attn." + projection + ".weight", LINEAR_DEVIATION, width, width)
                .constant(layer + "self_attn." + projection + ".bias", 0, width);
        }
        parameters.norm(layer + "self_attn_layer_norm", width)
            .normal(layer + "fc1.weight", LINEAR_DEVIATION, architecture.feedForward(), width)
            .constant(layer + "fc1.bias", 0, architecture.feedForward())
            .normal(layer + "fc2.weight", LINEAR_DEVIATION, width, architecture.feedForward())
            .constant(layer + "fc2.bias", 0, width).norm(layer + "final_layer_norm", width);
    }

    @Override
    public NDArray features(Network network, NDArray signal, Pass pass) {
        architecture.tokens((int) signal.getShape().get(2)); // refuses signals that are too short
        float dropout = 0;
        if (pass.training()) {
            JniUtils.setSeed(pass.seed().value());
            dropout = (float) architecture.dropout();
        }
        NDArray tokens = tokens(network, extract(network, signal, pass), dropout);
        if (!architecture.normFirst()) {
            tokens = norm(network, tokens, dropout);
        }
        float[] figures = {architecture.heads(), dropout, dropout, architecture.normFirst() ? 1 : 0};
        for (int layer = 0; layer < architecture.layers(); layer++) {
            tokens = network.call("transform", tokens, figures, layerNames(layer(layer)));
        }
        return (architecture.normFirst() ? norm(network, tokens, 0) : tokens).transpose(0, 2, 1);
    }

    private NDArray extract(Network network, NDArray signal, Pass pass) {
        if (stages != null) {
            return stages.features(network, signal, pass);
        }
        NDArray features = signal;
        for (int stage = 0; stage < architecture.halvings(); stage++) {
            List<String> names = new ArrayList<>(List.of(extractor(stage, 0) + "weight"));
            if (stage == 0) {
                names.addAll(List.of(extractor(0, 2) + "weight", extractor(0, 2) + "bias"));
            }
            features = network.call("extract", features, new float[0], names);
        }
        return scaledGradient(features, pass);
    }

    /** The same numbers; on the way back the gradient is scaled, so that the extractor learns more slowly. */
    private NDArray scaledGradient(NDArray features, Pass pass) {
        if (!pass.training() || architecture.extractorGradient() == 1) {
            return features;
        }
        NDArray fixed = features.stopGradient();
        return features.sub(fixed).mul(Autograd.constant(features, architecture.extractorGradient())).add(fixed);
    }

    private NDArray tokens(Network network, NDArray features, float dropout) {
        List<String> names = new ArrayList<>(List.of("layer_norm.weight", "layer_norm.bias"));
        if (parameters.shapes().containsKey("post_extract_proj.weight")) {
            names.addAll(List.of("post_extract_proj.weight", "post_extract_proj.bias"));
        }
        NDArray tokens = network.call("project", features, new float[] {dropout}, names);
        return network.call("positions", tokens, new float[] {architecture.positionGroups(),
            architecture.normFirst() ? dropout : 0},
            List.of(POSITIONS + "weight_g", POSITIONS + "weight_v", POSITIONS + "bias"));
    }

    private static NDArray norm(Network network, NDArray tokens, float dropout) {
        return network.call("norm", tokens, new float[] {dropout},
            List.of("encoder.layer_norm.weight", "encoder.layer_norm.bias"));
    }

    private static String extractor(int stage, int module) {
        return EXTRACTOR + "conv_layers." + stage + "." + module + ".";
    }

    private static String layer(int number) {
        return "encoder.layers." + number + ".";
    }

    private static List<String> layerNames(String layer) {
        List<String> modules = new ArrayList<>(PROJECTIONS.stream().map(name -> "self_attn." + name).toList());
        modules.addAll(List.of("self_attn_layer_norm", "fc1", "fc2", "final_layer_norm"));
        return modules.stream().flatMap(name -> Stream.of(layer + name + ".weight",
            layer + name + ".bias")).toList();
    }
}
