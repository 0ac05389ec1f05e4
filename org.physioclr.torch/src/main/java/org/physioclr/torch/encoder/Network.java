package org.physioclr.torch.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.physioclr.torch.protocol.EncoderArrays;
import org.physioclr.torch.protocol.Safetensors;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * The parameters and buffers of a network on a device, under PyTorch's names. They live as long as the manager they
 * were made with.
 */
public final class Network {

    private static final String RUNNING = ".running_";

    private final NDManager manager;
    private final DataType precision;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    private Layers layers;
    private ByteBuffer staging = ByteBuffer.allocateDirect(0);

    /**
     * Puts weights on a device.
     *
     * @param manager owns the arrays
     * @param weights by name, in order
     * @param trainable whether gradients are to be kept for all but running statistics
     */
    public Network(NDManager manager, Map<String, Tensor> weights, boolean trainable) {
        this(manager, weights, trainable, DataType.FLOAT32);
    }

    /** Puts weights on a device in single or double precision; see the other constructor. */
    public Network(NDManager manager, Map<String, Tensor> weights, boolean trainable, DataType precision) {
        this.manager = manager;
        this.precision = precision;
        weights.forEach((name, tensor) -> {
            // A copy of PyTorch's own: it is aligned alike in every process, and matrix products round by alignment.
            NDArray array;
            try (NDArray lent = manager.create(tensor.values(), new Shape(tensor.shape()))) {
                array = precision == DataType.FLOAT32 ? lent.duplicate() : lent.toType(precision, true);
            }
            array.setRequiresGradient(trainable && !isBuffer(name));
            arrays.put(name, array);
        });
    }

    static boolean isBuffer(String name) {
        return name.contains(RUNNING);
    }

    /** The array of a name. */
    NDArray get(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException(
                "The weights have no \"" + name + "\": they belong to another architecture");
        }
        return array;
    }

    /** Calls a layer of {@link Layers} with the arrays of these names; by one thread at a time. */
    NDArray call(String layer, NDArray x, float[] figures, List<String> names) {
        if (layers == null) {
            layers = new Layers(manager);
        }
        return layers.call(layer, x, figures, names.stream().map(this::get).toList());
    }

    /** Calls a layer, and closes the handle of what it works on, which then only the way back needs. */
    NDArray next(String layer, NDArray x, float[] figures, List<String> names) {
        NDArray result = call(layer, x, figures, names);
        x.close();
        return result;
    }

    /** The arrays that are trained, in order; until gradients are dropped. */
    public List<NDArray> trained() {
        List<NDArray> trained = new ArrayList<>();
        arrays.forEach((name, array) -> {
            if (!isBuffer(name)) {
                trained.add(array);
            }
        });
        return trained;
    }

    /**
     * Forgets all gradients, so that their memory is free until the next way back makes new ones. PyTorch keeps them
     * with a leaf, which DJL can't take them from: other leaves with the same numbers take the place of the old ones.
     */
    public void dropGradients() {
        arrays.replaceAll((name, array) -> {
            if (isBuffer(name)) {
                return array;
            }
            NDArray leaf = array.stopGradient();
            NDScope.unregister(leaf);
            leaf.setRequiresGradient(true);
            array.close();
            return leaf;
        });
    }

    /**
     * An input in the network's precision; by one thread at a time. It goes through one buffer, as DJL would take a new
     * one outside the heap for every array, and the collector lets hundreds of megabytes of them gather.
     */
    public NDArray input(NDManager manager, float[] values, Shape shape) {
        int bytes = Math.multiplyExact(values.length, Float.BYTES);
        if (staging.capacity() < bytes) {
            staging = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        staging.clear().limit(bytes);
        staging.asFloatBuffer().put(values);
        try (NDArray lent = manager.create(staging, shape, DataType.FLOAT32)) {
            return precision == DataType.FLOAT32 ? lent.duplicate() : lent.toType(precision, true);
        }
    }

    /** Whether weight decay is meant for an array: vectors (biases, normalisation, gains) do not decay. */
    public static boolean decays(NDArray array) {
        return Arrays.stream(array.getShape().getShape()).filter(length -> length > 1).count() > 1;
    }

    /** A copy of the encoder's arrays. */
    public Map<String, Tensor> copy(Encoder encoder) {
        Map<String, long[]> owned = EncoderArrays.of(encoder.architecture());
        Map<String, Tensor> copy = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (owned.containsKey(name)) {
                copy.put(name, new Tensor(array.getShape().getShape(), array.toFloatArray()));
            }
        });
        return copy;
    }

    /** All arrays, to be written. */
    public Map<String, Safetensors.Source> sources() {
        Map<String, Safetensors.Source> sources = new LinkedHashMap<>();
        arrays.forEach((name, array) ->
            sources.put(name, new Safetensors.Source(array.getShape().getShape(), array::toFloatArray)));
        return sources;
    }

    /** Whether every number of every array is finite. */
    public boolean isFinite() {
        return arrays.values().stream().allMatch(array -> {
            try (NDArray size = array.abs(); NDArray greatest = size.max()) {
                return Double.isFinite(precision == DataType.FLOAT64 ? greatest.getDouble() : greatest.getFloat());
            }
        });
    }
}
