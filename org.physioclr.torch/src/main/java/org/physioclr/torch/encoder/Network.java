package org.physioclr.torch.encoder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The parameters and buffers of a network on a device, under PyTorch's names. They live as long as the manager they
 * were made with.
 */
public final class Network {

    private static final String RUNNING = ".running_";

    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    /**
     * Puts weights on a device.
     *
     * @param manager owns the arrays
     * @param weights by name, in order
     * @param trainable whether gradients are to be kept for all but running statistics
     */
    public Network(NDManager manager, Map<String, Tensor> weights, boolean trainable) {
        weights.forEach((name, tensor) -> {
            // A copy of PyTorch's own: it is aligned alike in every process, and matrix products round by alignment.
            NDArray array;
            try (NDArray lent = manager.create(tensor.values(), new Shape(tensor.shape()))) {
                array = lent.duplicate();
            }
            array.setRequiresGradient(trainable && !isBuffer(name));
            arrays.put(name, array);
        });
    }

    private static boolean isBuffer(String name) {
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

    /** The arrays that are trained, in order. */
    public List<NDArray> trained() {
        List<NDArray> trained = new ArrayList<>();
        arrays.forEach((name, array) -> {
            if (!isBuffer(name)) {
                trained.add(array);
            }
        });
        return trained;
    }

    /** A copy of all arrays whose name begins so. */
    public Map<String, Tensor> copy(String prefix) {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                copy.put(name, new Tensor(array.getShape().getShape(), array.toFloatArray()));
            }
        });
        return copy;
    }
}
