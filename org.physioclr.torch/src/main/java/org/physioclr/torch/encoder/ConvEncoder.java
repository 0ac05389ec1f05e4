package org.physioclr.torch.encoder;

import java.util.Map;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.Tensor;

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
 */
public record ConvEncoder(EncoderArchitecture architecture) {

    /** What the names of the encoder's arrays begin with. */
    public static final String PREFIX = "encoder.";

    /** The share of the running statistics that a step keeps, as in PyTorch's momentum 0.1. */
    private static final float KEPT = 0.9f;

    private static final float EPSILON = 1e-5f;

    /** Random weights. */
    public Map<String, Tensor> initial(Seed seed) {
        Initialisation initialisation = new Initialisation(seed);
        int inputs = architecture.leads();
        for (int stage = 0; stage < architecture.stages(); stage++) {
            int outputs = architecture.channels()[stage];
            initialisation.uniform(name(stage, "conv.weight"), outputs, inputs, architecture.kernels()[stage])
                .normalisation(name(stage, "norm"), outputs);
            inputs = outputs;
        }
        return initialisation.weights();
    }

    /**
     * The feature map of a batch.
     *
     * @param network holds the weights
     * @param signal [segment, lead, sample]
     * @param training whether to normalise by the batch and to update the running statistics
     * @return [segment, channel, time], time being the samples halved as often as there are stages, rounded up
     */
    public NDArray features(Network network, NDArray signal, boolean training) {
        NDArray features = signal;
        for (int stage = 0; stage < architecture.stages(); stage++) {
            int kernel = architecture.kernels()[stage];
            features = Conv1d.conv1d(features, network.get(name(stage, "conv.weight")), null,
                new Shape(EncoderArchitecture.STRIDE), new Shape(kernel / 2)).singletonOrThrow();
            features = BatchNorm.batchNorm(features, network.get(name(stage, "norm.running_mean")),
                network.get(name(stage, "norm.running_var")), network.get(name(stage, "norm.weight")),
                network.get(name(stage, "norm.bias")), 1, KEPT, EPSILON, training).singletonOrThrow();
            features = Activation.gelu(features);
        }
        return features;
    }

    /** The embeddings of a batch: [segment, channel], the mean of a feature map over time. */
    public static NDArray pool(NDArray features) {
        return features.mean(new int[] {2});
    }

    private static String name(int stage, String rest) {
        return PREFIX + stage + "." + rest;
    }
}
