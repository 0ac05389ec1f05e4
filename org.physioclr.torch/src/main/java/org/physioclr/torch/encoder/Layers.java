package org.physioclr.torch.encoder;

import java.util.List;

import org.physioclr.torch.device.Script;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/**
 * The layers of {@code layers.py}, each one call into PyTorch. DJL's own lack group norm and weight norm, its
 * transformer layer normalises by the batch, and a network composed of its single operations is about 1.5 times slower.
 */
final class Layers {

    private final Script script;
    private final NDManager cpu;

    /** Compiles the text; it lives as long as the manager. */
    Layers(NDManager manager) {
        cpu = manager.newSubManager(Device.cpu());
        script = new Script(manager, Layers.class, "Layers");
    }

    /**
     * Calls a layer.
     *
     * @param x what it works on
     * @param figures its numbers, as the text says
     * @param weights its arrays, as the text says
     */
    NDArray call(String layer, NDArray x, float[] figures, List<NDArray> weights) {
        // Figures lie on the CPU, where reading them waits for nothing.
        try (NDArray numbers = cpu.create(figures)) {
            NDList arguments = new NDList(x, numbers);
            for (NDArray weight : weights) {
                weight.setName("w[]");
                arguments.add(weight);
            }
            return script.call(layer, arguments).singletonOrThrow();
        }
    }
}
