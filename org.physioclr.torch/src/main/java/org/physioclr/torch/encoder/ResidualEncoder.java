package org.physioclr.torch.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.physioclr.torch.protocol.EncoderArchitecture.Residual;

import ai.djl.ndarray.NDArray;

/**
 * The one-dimensional xResNet (He et al., CVPR 2019, "Bag of Tricks", in the one-dimensional form and with the widths
 * of Strodthoff et al., IEEE JBHI 2021): a stem of three convolutions and a maximum, then stages of bottlenecks, the
 * first of each but the first stage halving the length; shortcuts average pairs before they convolve. The last norm of
 * every bottleneck begins at zero, so that all begin as their shortcuts.
 *
 * @param architecture its shape
 * @param parameters its arrays
 */
record ResidualEncoder(Residual architecture, Parameters parameters) implements Encoder {

    private static final String STEM = "encoder.stem.";
    private static final List<String> ARRAYS =
        List.of("conv.weight", "norm.weight", "norm.bias", "norm.running_mean", "norm.running_var");

    static ResidualEncoder of(Residual architecture) {
        Parameters parameters = new Parameters();
        int inputs = architecture.leads();
        for (int unit = 0; unit < architecture.stem().size(); unit++) {
            int outputs = architecture.stem().get(unit);
            declareUnit(parameters, STEM + unit + ".", outputs, inputs, architecture.kernel(), 1);
            inputs = outputs;
        }
        for (int stage = 0; stage < architecture.blocks().size(); stage++) {
            for (int block = 0; block < architecture.blocks().get(stage); block++) {
                declareBlock(parameters, block(stage, block), inputs, architecture);
                inputs = architecture.embeddingLength();
            }
        }
        return new ResidualEncoder(architecture, parameters);
    }

    private static void declareBlock(Parameters parameters, String block, int inputs, Residual architecture) {
        int width = architecture.width();
        int outputs = architecture.embeddingLength();
        declareUnit(parameters, block + "0.", width, inputs, 1, 1);
        declareUnit(parameters, block + "1.", width, width, architecture.kernel(), 1);
        declareUnit(parameters, block + "2.", outputs, width, 1, 0);
        if (inputs != outputs) {
            declareUnit(parameters, block + "shortcut.", outputs, inputs, 1, 1);
        }
    }

    private static void declareUnit(Parameters parameters, String unit, int outputs, int inputs, int kernel,
            double gain) {
        parameters.kaiming(unit + "conv.weight", outputs, inputs, kernel)
            .constant(unit + "norm.weight", gain, outputs).constant(unit + "norm.bias", 0, outputs)
            .constant(unit + "norm.running_mean", 0, outputs).constant(unit + "norm.running_var", 1, outputs);
    }

    @Override
    public NDArray features(Network network, NDArray signal, Pass pass) {
        float training = pass.training() ? 1 : 0;
        NDArray features = network.call("stem", signal, new float[] {training},
            names(STEM, architecture.stem().size()));
        for (int stage = 0; stage < architecture.blocks().size(); stage++) {
            for (int block = 0; block < architecture.blocks().get(stage); block++) {
                float stride = block == 0 && stage > 0 ? 2 : 1;
                String name = block(stage, block);
                List<String> names = new ArrayList<>(names(name, 3));
                if (parameters.shapes().containsKey(name + "shortcut.conv.weight")) {
                    ARRAYS.forEach(array -> names.add(name + "shortcut." + array));
                }
                features = network.call("bottleneck", features, new float[] {training, stride}, names);
            }
        }
        return features;
    }

    private static List<String> names(String prefix, int units) {
        return Stream.iterate(0, unit -> unit < units, unit -> unit + 1)
            .flatMap(unit -> ARRAYS.stream().map(array -> prefix + unit + "." + array)).toList();
    }

    private static String block(int stage, int block) {
        return "encoder.stages." + stage + "." + block + ".";
    }
}
