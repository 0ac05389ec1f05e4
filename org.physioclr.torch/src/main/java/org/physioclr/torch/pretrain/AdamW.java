package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * AdamW (Loshchilov and Hutter, ICLR 2019, algorithm 2) with bias correction as in PyTorch's {@code torch.optim.AdamW}:
 * β₁ = 0.9, β₂ = 0.999, ε = 1e-8. Vectors (biases, normalisation) do not decay.
 */
final class AdamW {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    /** What the names of its state begin with. */
    static final String PREFIX = "optimiser.";

    private static final String STEP = PREFIX + "step";
    private static final String FIRST = ".exp_avg";
    private static final String SECOND = ".exp_avg_sq";

    private final List<NDArray> parameters;
    private final List<NDArray> first;
    private final List<NDArray> second;
    private final double weightDecay;
    private int steps;

    /**
     * Prepares to train.
     *
     * @param manager owns the moments
     * @param parameters what is trained, with gradients
     */
    AdamW(NDManager manager, List<NDArray> parameters, double weightDecay) {
        this.parameters = parameters;
        this.weightDecay = weightDecay;
        first = parameters.stream().map(parameter -> manager.zeros(parameter.getShape())).toList();
        second = parameters.stream().map(parameter -> manager.zeros(parameter.getShape())).toList();
    }

    /** All that the next step depends on beside weights and gradients, under the names of PyTorch's own state. */
    Map<String, Safetensors.Source> sources() {
        Map<String, Safetensors.Source> sources = new LinkedHashMap<>();
        float[] count = {steps};
        sources.put(STEP, new Safetensors.Source(new long[] {1}, () -> count));
        for (int i = 0; i < parameters.size(); i++) {
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
        for (int i = 0; i < parameters.size(); i++) {
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
     * Makes a step.
     *
     * @param learningRate of this step
     * @param clip the largest norm of the whole gradient; 0 clips nothing
     * @return the gradient's norm before clipping; if it is no finite number, the weights are left as they are
     */
    double step(double learningRate, double clip) {
        List<NDArray> gradients = parameters.stream().map(NDArray::getGradient).toList();
        double square = 0;
        for (NDArray gradient : gradients) {
            square += gradient.square().sum().getFloat();
        }
        double norm = Math.sqrt(square);
        if (!Double.isFinite(norm)) {
            return norm;
        }
        steps++;
        double scale = clip > 0 && norm > clip ? clip / norm : 1;
        double correction1 = 1 - Math.pow(BETA1, steps);
        double correction2 = Math.sqrt(1 - Math.pow(BETA2, steps));
        for (int i = 0; i < parameters.size(); i++) {
            NDArray parameter = parameters.get(i);
            NDArray gradient = gradients.get(i).mul(scale);
            first.get(i).muli(BETA1).addi(gradient.mul(1 - BETA1));
            second.get(i).muli(BETA2).addi(gradient.square().mul(1 - BETA2));
            NDArray denominator = second.get(i).sqrt().div(correction2).add(EPSILON);
            if (parameter.getShape().dimension() > 1) {
                parameter.muli(1 - learningRate * weightDecay);
            }
            parameter.subi(first.get(i).div(denominator).mul(learningRate / correction1));
        }
        return norm;
    }
}
