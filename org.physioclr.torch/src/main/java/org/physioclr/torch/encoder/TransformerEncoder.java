package org.physioclr.torch.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.protocol.EncoderArchitecture.Stem;
import org.physioclr.torch.protocol.EncoderArchitecture.Transformer;
import org.physioclr.torch.protocol.EncoderArrays;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Convolutional stages, a projection, a positional convolution and transformer layers (wav2vec 2.0, Baevski et al.,
 * NeurIPS 2020, as fairseq-signals arranges it for ECGs). With the group-norm stem the arrays have the names of
 * fairseq-signals' {@code wav2vec2_cmsc}, whose public weights therefore fit.
 *
 * @param architecture its shape
 */
record TransformerEncoder(Transformer architecture) implements Encoder {

    private static final String EXTRACTOR = "feature_extractor.";
    private static final String POSITIONS = "conv_pos.pos_conv.0.";
    private static final String PROJECTION = "post_extract_proj.";
    private static final List<String> ATTENTION = List.of("k_proj", "v_proj", "q_proj", "out_proj");

    private static final float[] NONE = {};

    /** The spread of a linear layer's weights, as in BERT. */
    private static final double LINEAR_DEVIATION = 0.02;

    @Override
    public Map<String, Tensor> initial(Seed seed) {
        Parameters parameters = new Parameters(seed);
        EncoderArrays.of(architecture).forEach((name, shape) -> draw(parameters, name, shape));
        return parameters.weights();
    }

    private void draw(Parameters parameters, String name, long[] shape) {
        double deviation = Math.sqrt(4.0 / ((double) architecture.positionKernel() * architecture.width()));
        if (name.equals(POSITIONS + "weight_g")) {
            // The expected length of a direction, so that the first weight is all but that direction.
            long perTap = (long) architecture.width() * (architecture.width() / architecture.positionGroups());
            parameters.constant(name, deviation * Math.sqrt(perTap), shape);
        } else if (name.equals(POSITIONS + "weight_v")) {
            parameters.normal(name, deviation, shape);
        } else if (name.equals(PROJECTION + "bias")) {
            parameters.uniform(name, architecture.channels().get(architecture.halvings() - 1), shape);
        } else if (shape.length == 1) {
            parameters.plain(name, shape);
        } else if (name.startsWith(EXTRACTOR + "conv_layers.")) {
            parameters.kaiming(name, shape);
        } else if (name.startsWith(EXTRACTOR) || name.equals(PROJECTION + "weight")) {
            parameters.uniform(name, shape);
        } else {
            parameters.normal(name, LINEAR_DEVIATION, shape);
        }
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
            tokens = network.next("transform", tokens, figures, layerNames(layer(layer)));
        }
        return (architecture.normFirst() ? norm(network, tokens, 0) : tokens).transpose(0, 2, 1);
    }

    private NDArray extract(Network network, NDArray signal, Pass pass) {
        if (architecture.stem() == Stem.BATCH_NORM) {
            return new ConvStages(EXTRACTOR, architecture.channels(), architecture.kernels())
                .features(network, signal, pass);
        }
        NDArray features = signal;
        for (int stage = 0; stage < architecture.halvings(); stage++) {
            List<String> names = new ArrayList<>(List.of(extractor(stage, 0) + "weight"));
            if (stage == 0) {
                names.addAll(List.of(extractor(0, 2) + "weight", extractor(0, 2) + "bias"));
            }
            features = stage == 0 ? network.call("extract", features, NONE, names)
                : network.next("extract", features, NONE, names);
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
        if (features.getShape().get(1) != architecture.width()) {
            names.addAll(List.of(PROJECTION + "weight", PROJECTION + "bias"));
        }
        NDArray tokens = network.next("project", features, new float[] {dropout}, names);
        return network.next("positions", tokens, new float[] {architecture.positionGroups(),
            architecture.normFirst() ? dropout : 0},
            List.of(POSITIONS + "weight_g", POSITIONS + "weight_v", POSITIONS + "bias"));
    }

    private static NDArray norm(Network network, NDArray tokens, float dropout) {
        return network.next("norm", tokens, new float[] {dropout},
            List.of("encoder.layer_norm.weight", "encoder.layer_norm.bias"));
    }

    private static String extractor(int stage, int module) {
        return EXTRACTOR + "conv_layers." + stage + "." + module + ".";
    }

    private static String layer(int number) {
        return "encoder.layers." + number + ".";
    }

    private static List<String> layerNames(String layer) {
        List<String> modules = new ArrayList<>(ATTENTION.stream().map(name -> "self_attn." + name).toList());
        modules.addAll(List.of("self_attn_layer_norm", "fc1", "fc2", "final_layer_norm"));
        return modules.stream().flatMap(name -> Stream.of(layer + name + ".weight",
            layer + name + ".bias")).toList();
    }
}
