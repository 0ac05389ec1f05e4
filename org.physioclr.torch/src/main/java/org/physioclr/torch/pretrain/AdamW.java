package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.physioclr.torch.device.Script;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * AdamW (Loshchilov and Hutter, ICLR 2019, algorithm 2) with bias correction as in PyTorch's {@code torch.optim.AdamW}:
 * β₁ = 0.9, β₂ = 0.999, ε = 1e-8. Vectors (biases, normalisation, gains) do not decay. A step is one call into PyTorch,
 * to its fused kernel, which makes no arrays of the weights' size.
 */
final class AdamW {

    /** What the names of its state begin with. */
    static final String PREFIX = "optimiser.";

    private static final String STEP = PREFIX + "step";
    private static final String FIRST = ".exp_avg";
    private static final String SECOND = ".exp_avg_sq";

    private final Network network;
    private final Script script;
    private final NDManager cpu;
    private final List<NDArray> first;
    private final List<NDArray> second;
    private final double weightDecay;
    private int steps;

    /**
     * Prepares to train.
     *
     * @param manager owns the moments
     * @param network what is trained
     */
    AdamW(NDManager manager, Network network, double weightDecay) {
        this.network = network;
        this.weightDecay = weightDecay;
        script = new Script(manager, AdamW.class, "Optimiser");
        cpu = manager.newSubManager(Device.cpu());
        first = network.trained().stream().map(parameter -> manager.zeros(parameter.getShape())).toList();
        second = network.trained().stream().map(parameter -> manager.zeros(parameter.getShape())).toList();
    }

    /** All that the next step depends on beside weights and gradients, under the names of PyTorch's own state. */
    Map<String, Safetensors.Source> sources() {
        Map<String, Safetensors.Source> sources = new LinkedHashMap<>();
        float[] count = {steps};
        sources.put(STEP, new Safetensors.Source(new long[] {1}, () -> count));
        for (int i = 0; i < first.size(); i++) {
            NDArray one = first.get(i);
            NDArray two = second.get(i);
            sources.put(name(i, FIRST), new Safetensors.Source(one.getShape().getShape(), one::toFloatArray));
            sources.put(name(i, SECOND), new Safetensors.Source(two.getShape().getShape(), two::toFloatArray));
        }
        return sources;
    }

    /** Goes on from where a saved training stands. */
    void restore(SavedTraining saved) throws IOException {
        steps = (int) saved.read(STEP::equals).get(STEP).values()[0];
        for (int i = 0; i < first.size(); i++) {
            String one = name(i, FIRST);
            String two = name(i, SECOND);
            Map<String, Tensor> moments = saved.read(name -> name.equals(one) || name.equals(two));
            fill(first.get(i), moments.get(one));
            fill(second.get(i), moments.get(two));
        }
    }

    private static String name(int parameter, String moment) {
        return PREFIX + parameter + moment;
    }

    private static void fill(NDArray array, Tensor tensor) {
        try (NDArray values = array.getManager().create(tensor.values(), new Shape(tensor.shape()))) {
            array.addi(values); // which was zero
        }
    }

    /**
     * Makes a step. Gradients are of no use afterwards: they are scaled as they are clipped.
     *
     * @param learningRate of this step
     * @param clip the largest norm of the whole gradient; 0 clips nothing
     * @return the gradient's norm before clipping; if it is no finite number, weights and moments are left as they are
     */
    double step(double learningRate, double clip) {
        List<NDArray> parameters = network.trained();
        double norm;
        try (NDArray figures = cpu.create(new double[] {learningRate, weightDecay, clip, steps + 1})) {
            NDList arguments = new NDList(figures);
            add(arguments, "", parameters, true);
            add(arguments, "2", parameters, false);
            norm = script.call("step", arguments).singletonOrThrow().getFloat();
        }
        if (Double.isFinite(norm)) {
            steps++;
        }
        return norm;
    }

    /** Adds the weights that decay, or those that do not, with gradients and moments, as the text names them. */
    private void add(NDList arguments, String part, List<NDArray> parameters, boolean decaying) {
        List<Integer> chosen = IntStream.range(0, parameters.size())
            .filter(i -> Network.decays(parameters.get(i)) == decaying).boxed().toList();
        chosen.forEach(i -> arguments.add(named("w" + part + "[]", parameters.get(i))));
        chosen.forEach(i -> arguments.add(named("g" + part + "[]", gradient(parameters.get(i)))));
        chosen.forEach(i -> arguments.add(named("m" + part + "[]", first.get(i))));
        chosen.forEach(i -> arguments.add(named("v" + part + "[]", second.get(i))));
    }

    private static NDArray named(String name, NDArray array) {
        array.setName(name);
        return array;
    }

    /** What no loss depended on since gradients were dropped has the gradient zero. */
    private static NDArray gradient(NDArray parameter) {
        NDArray gradient = parameter.getGradient();
        return gradient == null ? parameter.zerosLike() : gradient;
    }
}
