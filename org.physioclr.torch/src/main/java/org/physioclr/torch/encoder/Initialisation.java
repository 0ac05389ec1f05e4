package org.physioclr.torch.encoder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.Tensor;

/**
 * Random weights as PyTorch draws them by default: uniform within ±1/√(fan in) for convolutions and linear layers, ones
 * and zeros for normalisation. Drawn in Java, so that a seed gives the same weights with every build of libtorch.
 */
final class Initialisation {

    private final Map<String, Tensor> weights = new LinkedHashMap<>();
    private final Seed seed;

    Initialisation(Seed seed) {
        this.seed = seed;
    }

    /** A weight with its outputs on the first axis. */
    Initialisation uniform(String name, long... shape) {
        return uniform(name, Tensor.elements(shape) / shape[0], shape);
    }

    /** A bias of a layer with this many inputs to each output. */
    Initialisation uniform(String name, long fanIn, long[] shape) {
        RandomGenerator random = seed.child(name).generator();
        double bound = 1 / Math.sqrt(fanIn);
        float[] values = new float[Math.toIntExact(Tensor.elements(shape))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        weights.put(name, new Tensor(shape, values));
        return this;
    }

    /** The four arrays of a batch normalisation. */
    Initialisation normalisation(String name, int channels) {
        weights.put(name + ".weight", constant(channels, 1));
        weights.put(name + ".bias", constant(channels, 0));
        weights.put(name + ".running_mean", constant(channels, 0));
        weights.put(name + ".running_var", constant(channels, 1));
        return this;
    }

    private static Tensor constant(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return new Tensor(new long[] {length}, values);
    }

    Map<String, Tensor> weights() {
        return weights;
    }
}
