package org.physioclr.torch.pretrain;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * AdamW (Loshchilov and Hutter, ICLR 2019, algorithm 2) with bias correction as in PyTorch's {@code torch.optim.AdamW}:
 * β₁ = 0.9, β₂ = 0.999, ε = 1e-8. Vectors (biases, normalisation) do not decay.
 */
final class AdamW {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

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
