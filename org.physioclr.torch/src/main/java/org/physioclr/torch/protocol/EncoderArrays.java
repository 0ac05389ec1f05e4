package org.physioclr.torch.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.physioclr.torch.protocol.EncoderArchitecture.Convolutional;
import org.physioclr.torch.protocol.EncoderArchitecture.Residual;
import org.physioclr.torch.protocol.EncoderArchitecture.Stem;
import org.physioclr.torch.protocol.EncoderArchitecture.Transformer;

/**
 * The names and shapes of an encoder's arrays: those that the network has as PyTorch modules. A transformer with the
 * group-norm stem has those of fairseq-signals' {@code wav2vec2_cmsc}.
 */
public final class EncoderArrays {

    private final Map<String, long[]> shapes = new LinkedHashMap<>();

    private EncoderArrays() {
    }

    /** The shape of every array by name, in the network's order. */
    public static Map<String, long[]> of(EncoderArchitecture architecture) {
        EncoderArrays arrays = new EncoderArrays();
        if (architecture instanceof Convolutional convolutional) {
            arrays.stages("encoder.", convolutional.leads(), convolutional.channels(), convolutional.kernels());
        } else if (architecture instanceof Residual residual) {
            arrays.residual(residual);
        } else {
            arrays.transformer((Transformer) architecture);
        }
        return arrays.shapes;
    }

    /**
     * Says what is wrong with the arrays of a file.
     *
     * @param actual the shapes by name
     * @return each array that is missing, surplus or of another shape, in words; empty if they fit
     */
    public static List<String> misfits(EncoderArchitecture architecture, Map<String, long[]> actual) {
        Map<String, long[]> expected = of(architecture);
        List<String> misfits = new ArrayList<>();
        expected.forEach((name, shape) -> {
            if (!actual.containsKey(name)) {
                misfits.add(name + " is missing");
            } else if (!Arrays.equals(shape, actual.get(name))) {
                misfits.add(name + " is " + Arrays.toString(actual.get(name)) + ", not "
                    + Arrays.toString(shape));
            }
        });
        actual.keySet().stream().filter(name -> !expected.containsKey(name))
            .forEach(name -> misfits.add(name + " is not of this encoder"));
        return misfits;
    }

    private void add(String name, long... shape) {
        shapes.put(name, shape);
    }

    private void norm(String name, long channels) {
        add(name + ".weight", channels);
        add(name + ".bias", channels);
    }

    private void linear(String name, long outputs, long inputs) {
        add(name + ".weight", outputs, inputs);
        add(name + ".bias", outputs);
    }

    /** Convolution and batch norm. */
    private void unit(String name, long outputs, long inputs, long kernel) {
        add(name + "conv.weight", outputs, inputs, kernel);
        norm(name + "norm", outputs);
        add(name + "norm.running_mean", outputs);
        add(name + "norm.running_var", outputs);
    }

    private void stages(String prefix, int leads, List<Integer> channels, List<Integer> kernels) {
        int inputs = leads;
        for (int stage = 0; stage < channels.size(); stage++) {
            unit(prefix + stage + ".", channels.get(stage), inputs, kernels.get(stage));
            inputs = channels.get(stage);
        }
    }

    private void residual(Residual architecture) {
        int inputs = architecture.leads();
        for (int unit = 0; unit < architecture.stem().size(); unit++) {
            unit("encoder.stem." + unit + ".", architecture.stem().get(unit), inputs, architecture.kernel());
            inputs = architecture.stem().get(unit);
        }
        int width = architecture.width();
        int outputs = architecture.embeddingLength();
        for (int stage = 0; stage < architecture.blocks().size(); stage++) {
            for (int block = 0; block < architecture.blocks().get(stage); block++) {
                String name = "encoder.stages." + stage + "." + block + ".";
                unit(name + "0.", width, inputs, 1);
                unit(name + "1.", width, width, architecture.kernel());
                unit(name + "2.", outputs, width, 1);
                if (inputs != outputs) {
                    unit(name + "shortcut.", outputs, inputs, 1);
                }
                inputs = outputs;
            }
        }
    }

    private void transformer(Transformer architecture) {
        List<Integer> channels = architecture.channels();
        if (architecture.stem() == Stem.BATCH_NORM) {
            stages("feature_extractor.", architecture.leads(), channels, architecture.kernels());
        } else {
            extractor(architecture.leads(), channels, architecture.kernels());
        }
        long inputs = channels.get(channels.size() - 1);
        long width = architecture.width();
        norm("layer_norm", inputs);
        if (inputs != width) {
            linear("post_extract_proj", width, inputs);
        }
        add("conv_pos.pos_conv.0.weight_g", 1, 1, architecture.positionKernel());
        add("conv_pos.pos_conv.0.weight_v", width, width / architecture.positionGroups(),
            architecture.positionKernel());
        add("conv_pos.pos_conv.0.bias", width);
        norm("encoder.layer_norm", width);
        for (int layer = 0; layer < architecture.layers(); layer++) {
            layer("encoder.layers." + layer + ".", width, architecture.feedForward());
        }
    }

    private void extractor(int leads, List<Integer> channels, List<Integer> kernels) {
        int inputs = leads;
        for (int stage = 0; stage < channels.size(); stage++) {
            add("feature_extractor.conv_layers." + stage + ".0.weight", channels.get(stage), inputs,
                kernels.get(stage));
            if (stage == 0) {
                norm("feature_extractor.conv_layers.0.2", channels.get(0));
            }
            inputs = channels.get(stage);
        }
    }

    private void layer(String name, long width, long feedForward) {
        for (String projection : List.of("k_proj", "v_proj", "q_proj", "out_proj")) {
            linear(name + "self_attn." + projection, width, width);
        }
        norm(name + "self_attn_layer_norm", width);
        linear(name + "fc1", feedForward, width);
        linear(name + "fc2", width, feedForward);
        norm(name + "final_layer_norm", width);
    }
}
