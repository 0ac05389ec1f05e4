package org.physioclr.torch.encoder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.Tensor;

/**
 * The arrays of a network in order: names, shapes, and how each is drawn at first. Drawn in Java, so that a seed gives
 * the same weights with every build of libtorch; each from a seed of its own name, so that no part depends on another.
 */
public final class Parameters {

    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    private final Map<String, Drawing> drawings = new LinkedHashMap<>();

    /** Gives one number after another. */
    private interface Drawing {
        double next(RandomGenerator random);
    }

    Parameters() {
    }

    private Parameters add(String name, Drawing drawing, long... shape) {
        if (shapes.putIfAbsent(name, shape) != null) {
            throw new IllegalArgumentException("There are two arrays \"" + name + "\"");
        }
        drawings.put(name, drawing);
        return this;
    }

    /** A weight with its outputs on the first axis, uniform within ±1/√(fan in), PyTorch's default. */
    Parameters uniform(String name, long... shape) {
        return uniform(name, Tensor.elements(shape) / shape[0], shape);
    }

    /** A bias of a layer with this many inputs to each output, uniform likewise. */
    Parameters uniform(String name, long fanIn, long[] shape) {
        double bound = 1 / Math.sqrt(fanIn);
        return add(name, random -> (2 * random.nextDouble() - 1) * bound, shape);
    }

    /** Normally distributed around zero. */
    Parameters normal(String name, double deviation, long... shape) {
        return add(name, random -> random.nextGaussian() * deviation, shape);
    }

    /** A convolution's weight as He et al. (ICCV 2015) draw it: normal with variance 2/(fan in). */
    Parameters kaiming(String name, long... shape) {
        return normal(name, Math.sqrt(2.0 * shape[0] / Tensor.elements(shape)), shape);
    }

    /** The same number everywhere. */
    Parameters constant(String name, double value, long... shape) {
        return add(name, random -> value, shape);
    }

    /** The four arrays of a batch normalisation. */
    Parameters batchNorm(String name, long channels) {
        return norm(name, channels).constant(name + ".running_mean", 0, channels)
            .constant(name + ".running_var", 1, channels);
    }

    /** The two arrays of a layer or group normalisation. */
    Parameters norm(String name, long channels) {
        return constant(name + ".weight", 1, channels).constant(name + ".bias", 0, channels);
    }

    /** The shape of every array by its name, in order. */
    public Map<String, long[]> shapes() {
        return shapes;
    }

    /** How many numbers are trained, running statistics not counted. */
    public long count() {
        return shapes.entrySet().stream().filter(entry -> !Network.isBuffer(entry.getKey()))
            .mapToLong(entry -> Tensor.elements(entry.getValue())).sum();
    }

    /** Random weights. */
    public Map<String, Tensor> initial(Seed seed) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> {
            RandomGenerator random = seed.child(name).generator();
            Drawing drawing = drawings.get(name);
            float[] values = new float[Math.toIntExact(Tensor.elements(shape))];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) drawing.next(random);
            }
            weights.put(name, new Tensor(shape, values));
        });
        return weights;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        shapes.forEach((name, shape) -> text.append(name).append(' ').append(Arrays.toString(shape)).append('\n'));
        return text.toString();
    }
}
