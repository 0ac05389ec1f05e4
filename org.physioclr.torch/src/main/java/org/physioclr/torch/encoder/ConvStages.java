package org.physioclr.torch.encoder;

import java.util.List;

import org.physioclr.torch.protocol.EncoderArchitecture;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.norm.BatchNorm;

/**
 * Stages of {@code Conv1d(k, stride=2, padding=k//2, bias=False), BatchNorm1d, GELU}, named
 * {@code <prefix><stage>.conv} and {@code <prefix><stage>.norm}.
 *
 * @param prefix what the arrays' names begin with
 * @param channels output channels of each stage
 * @param kernels kernel length of each stage, odd
 */
record ConvStages(String prefix, List<Integer> channels, List<Integer> kernels) {

    /** The share of the running statistics that a step keeps, as in PyTorch's momentum 0.1. */
    private static final float KEPT = 0.9f;

    private static final float EPSILON = 1e-5f;

    /** Handles are closed as soon as only the way back needs their arrays, so that it can free them one by one. */
    NDArray features(Network network, NDArray signal, Pass pass) {
        NDArray features = signal;
        for (int stage = 0; stage < channels.size(); stage++) {
            NDArray convolved = Conv1d.conv1d(features, network.get(name(stage, "conv.weight")), null,
                new Shape(EncoderArchitecture.STRIDE), new Shape(kernels.get(stage) / 2)).singletonOrThrow();
            if (stage > 0) {
                features.close();
            }
            NDArray normed = BatchNorm.batchNorm(convolved, network.get(name(stage, "norm.running_mean")),
                network.get(name(stage, "norm.running_var")), network.get(name(stage, "norm.weight")),
                network.get(name(stage, "norm.bias")), 1, KEPT, EPSILON, pass.training()).singletonOrThrow();
            convolved.close();
            features = Activation.gelu(normed);
            normed.close();
        }
        return features;
    }

    private String name(int stage, String rest) {
        return prefix + stage + "." + rest;
    }
}
