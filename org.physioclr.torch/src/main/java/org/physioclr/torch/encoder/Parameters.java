package org.physioclr.torch.encoder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.Tensor;

/**
 * The first weights of arrays, by name in order. Drawn in Java, so that a seed gives the same weights with every build
 * of libtorch; each from a seed of its own name, so that none depends on another.
 */
final class Parameters {

    private final Map<String, Tensor> weights = new LinkedHashMap<>();
    private final Seed seed;

    /** Gives one number after another. */
    private interface Drawing {
        double next(RandomGenerator random);
    }

    Parameters(Seed seed) {
        this.seed = seed;
    }

    private Parameters draw(String name, long[] shape, Drawing drawing) {
        RandomGenerator random = seed.child(name).generator();
        float[] values = new float[Math.toIntExact(Tensor.elements(shape))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) drawing.next(random);
        }
        weights.put(name, new Tensor(shape, values));
        return this;
    }

    /** A weight with its outputs on the first axis, uniform within ±1/√(fan in), PyTorch's default. */
    Parameters uniform(String name, long... shape) {
        return uniform(name, Tensor.elements(shape) / shape[0], shape);
    }

    /** A bias of a layer with this many inputs to each output, uniform likewise. */
    Parameters uniform(String name, long fanIn, long[] shape) {
        double bound = 1 / Math.sqrt(fanIn);
        return draw(name, shape, random -> (2 * random.nextDouble() - 1) * bound);
    }

    /** Normally distributed around zero. */
    Parameters normal(String name, double deviation, long... shape) {
        return draw(name, shape, random -> random.nextGaussian() * deviation);
    }

    /** A convolution's weight as He et al. (ICCV 2015) draw it: normal with variance 2/(fan in). */
    Parameters kaiming(String name, long... shape) {
        return normal(name, Math.sqrt(2.0 * shape[0] / Tensor.elements(shape)), shape);
    }

    /** The same number everywhere. */
    Parameters constant(String name, double value, long... shape) {
        return draw(name, shape, random -> value);
    }

    /** The arrays of norms and biases, all vectors: gains and running variances are ones, the rest zeros. */
    Parameters plain(String name, long... shape) {
        return constant(name, name.endsWith("weight") || name.endsWith("running_var") ? 1 : 0, shape);
    }

    Map<String, Tensor> weights() {
        return weights;
    }
}
