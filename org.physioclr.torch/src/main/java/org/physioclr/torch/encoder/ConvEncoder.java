package org.physioclr.torch.encoder;

import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.EncoderArchitecture.Convolutional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.norm.BatchNorm;

/**
 * The convolutional encoder. In PyTorch it is
 * {@code nn.Sequential} of stages {@code Conv1d(k, stride=2, padding=k//2, bias=False), BatchNorm1d, GELU}, named
 * {@code encoder.<stage>.conv} and {@code encoder.<stage>.norm}; the embedding is the mean over time.
 *
 * @param architecture its shape
 * @param parameters its arrays
 */
record ConvEncoder(Convolutional architecture, Parameters parameters) implements Encoder {

    private static final String PREFIX = "encoder.";

    /** The share of the running statistics that a step keeps, as in PyTorch's momentum 0.1. */
    private static final float KEPT = 0.9f;

    private static final float EPSILON = 1e-5f;

    ConvEncoder(Convolutional architecture) {
        this(architecture, arrays(architecture));
    }

    private static Parameters arrays(Convolutional architecture) {
        Parameters parameters = new Parameters();
        int inputs = architecture.leads();
        for (int stage = 0; stage < architecture.halvings(); stage++) {
            int outputs = architecture.channels().get(stage);
            parameters.uniform(name(stage, "conv.weight"), outputs, inputs, architecture.kernels().get(stage))
                .batchNorm(name(stage, "norm"), outputs);
            inputs = outputs;
        }
        return parameters;
    }

    @Override
    public NDArray features(Network network, NDArray signal, Pass pass) {
        NDArray features = signal;
        for (int stage = 0; stage < architecture.halvings(); stage++) {
            int kernel = architecture.kernels().get(stage);
            features = Conv1d.conv1d(features, network.get(name(stage, "conv.weight")), null,
                new Shape(EncoderArchitecture.STRIDE), new Shape(kernel / 2)).singletonOrThrow();
            features = BatchNorm.batchNorm(features, network.get(name(stage, "norm.running_mean")),
                network.get(name(stage, "norm.running_var")), network.get(name(stage, "norm.weight")),
                network.get(name(stage, "norm.bias")), 1, KEPT, EPSILON, pass.training()).singletonOrThrow();
            features = Activation.gelu(features);
        }
        return features;
    }

    private static String name(int stage, String rest) {
        return PREFIX + stage + "." + rest;
    }
}
