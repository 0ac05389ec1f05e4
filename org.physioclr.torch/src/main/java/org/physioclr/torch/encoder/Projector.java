package org.physioclr.torch.encoder;

import java.util.Map;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;

/**
 * The projection in which views are compared while training, dropped afterwards: linear, GELU, linear, then unit
 * length.
 *
 * @param inputs the numbers in an embedding
 * @param outputs the numbers that are compared
 */
public record Projector(int inputs, int outputs) {

    private static final String PREFIX = "projector.";

    /** Random weights. */
    public Map<String, Tensor> initial(Seed seed) {
        return new Parameters(seed)
            .uniform(PREFIX + "0.weight", inputs, inputs).uniform(PREFIX + "0.bias", inputs, new long[] {inputs})
            .uniform(PREFIX + "2.weight", outputs, inputs).uniform(PREFIX + "2.bias", inputs, new long[] {outputs})
            .weights();
    }

    /** Projections of unit length: [segment, number]. */
    public NDArray project(Network network, NDArray embeddings) {
        NDArray hidden = Activation.gelu(Linear.linear(embeddings, network.get(PREFIX + "0.weight"),
            network.get(PREFIX + "0.bias")).singletonOrThrow());
        return Linear.linear(hidden, network.get(PREFIX + "2.weight"), network.get(PREFIX + "2.bias"))
            .singletonOrThrow().normalize(2, 1, 1e-8);
    }
}
