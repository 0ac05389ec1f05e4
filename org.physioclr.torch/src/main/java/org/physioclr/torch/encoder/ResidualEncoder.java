package org.physioclr.torch.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.EncoderArchitecture.Residual;
import org.physioclr.torch.protocol.EncoderArrays;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;

/**
 * The one-dimensional xResNet (He et al., CVPR 2019, "Bag of Tricks", in the one-dimensional form and with the widths
 * of Strodthoff et al., IEEE JBHI 2021): a stem of three convolutions and a maximum, then stages of bottlenecks, the
 * first of each but the first stage halving the length; shortcuts average pairs before they convolve. The last norm of
 * every bottleneck begins at zero, so that all begin as their shortcuts.
 *
 * @param architecture its shape
 */
record ResidualEncoder(Residual architecture) implements Encoder {

    private static final String STEM = "encoder.stem.";
    private static final String STAGES = "encoder.stages.";
    private static final List<String> ARRAYS =
        List.of("conv.weight", "norm.weight", "norm.bias", "norm.running_mean", "norm.running_var");

    @Override
    public Map<String, Tensor> initial(Seed seed) {
        Parameters parameters = new Parameters(seed);
        EncoderArrays.of(architecture).forEach((name, shape) -> {
            if (shape.length > 1) {
                parameters.kaiming(name, shape);
            } else if (name.startsWith(STAGES) && name.endsWith(".2.norm.weight")) {
                parameters.constant(name, 0, shape);
            } else {
                parameters.plain(name, shape);
            }
        });
        return parameters.weights();
    }

    @Override
    public NDArray features(Network network, NDArray signal, Pass pass) {
        float training = pass.training() ? 1 : 0;
        NDArray features = network.call("stem", signal, new float[] {training},
            names(STEM, architecture.stem().size()));
        int inputs = architecture.stem().get(architecture.stem().size() - 1);
        for (int stage = 0; stage < architecture.blocks().size(); stage++) {
            for (int block = 0; block < architecture.blocks().get(stage); block++) {
                float stride = block == 0 && stage > 0 ? 2 : 1;
                String name = block(stage, block);
                List<String> names = new ArrayList<>(names(name, 3));
                if (inputs != architecture.embeddingLength()) {
                    ARRAYS.forEach(array -> names.add(name + "shortcut." + array));
                }
                features = network.next("bottleneck", features, new float[] {training, stride}, names);
                inputs = architecture.embeddingLength();
            }
        }
        return features;
    }

    private static List<String> names(String prefix, int units) {
        return Stream.iterate(0, unit -> unit < units, unit -> unit + 1)
            .flatMap(unit -> ARRAYS.stream().map(array -> prefix + unit + "." + array)).toList();
    }

    private static String block(int stage, int block) {
        return STAGES + stage + "." + block + ".";
    }
}
