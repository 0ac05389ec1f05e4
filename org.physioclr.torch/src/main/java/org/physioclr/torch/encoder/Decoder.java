package org.physioclr.torch.encoder;

import java.util.Map;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;

/**
 * Reconstructs a signal from a feature map, to its exact length: as many stages as the encoder has, each of which
 * repeats every value twice and convolves (k = 3, GELU but after the last), then the excess at the end is cut. (The
 * published decoder lengthens fourfold where the encoder shortens sixteenfold, so that 624 of 2,500 samples come out.)
 *
 * @param architecture the encoder's
 */
public record Decoder(EncoderArchitecture architecture) {

    private static final String PREFIX = "decoder.";
    private static final int KERNEL = 3;

    /** Random weights. */
    public Map<String, Tensor> initial(Seed seed) {
        Parameters parameters = new Parameters(seed);
        for (int stage = 0; stage < architecture.halvings(); stage++) {
            long inputs = channelsBefore(stage);
            long outputs = channelsBefore(stage + 1);
            parameters.uniform(PREFIX + stage + ".weight", outputs, inputs, KERNEL)
                .uniform(PREFIX + stage + ".bias", inputs * KERNEL, new long[] {outputs});
        }
        return parameters.weights();
    }

    /** The channels narrow as fast as the signal lengthens: 128, 64, 32, 16 and then the leads. */
    private int channelsBefore(int stage) {
        return stage == architecture.halvings() ? architecture.leads()
            : Math.max(architecture.leads(), architecture.embeddingLength() >> stage);
    }

    /**
     * Reconstructs signals.
     *
     * @param features [segment, channel, time]
     * @param samples the length to reconstruct
     * @return [segment, lead, sample]
     */
    public NDArray reconstruct(Network network, NDArray features, int samples) {
        NDArray signal = lengthened(features, samples);
        for (int stage = 0; stage < architecture.halvings(); stage++) {
            try (NDArray before = stage == 0 ? null : signal; NDArray longer = twice(signal)) {
                signal = Conv1d.conv1d(longer, network.get(PREFIX + stage + ".weight"),
                    network.get(PREFIX + stage + ".bias"), new Shape(1), new Shape(KERNEL / 2)).singletonOrThrow();
            }
            if (stage < architecture.halvings() - 1) {
                NDArray convolved = signal;
                signal = Activation.gelu(convolved);
                convolved.close();
            }
        }
        return signal.get(new NDIndex(":, :, 0:{}", samples));
    }

    /** Repeats the last tokens if the encoder has left out a rest at the signal's end. */
    private NDArray lengthened(NDArray features, int samples) {
        long tokens = features.getShape().get(2);
        long missing = ((samples - 1) >> architecture.halvings()) + 1 - tokens;
        if (missing <= 0) {
            return features;
        }
        Shape shape = new Shape(features.getShape().get(0), features.getShape().get(1), missing);
        return features.concat(features.get(new NDIndex(":, :, {}:{}", tokens - 1, tokens)).broadcast(shape), 2);
    }

    /** Every value twice along time, without the index arrays that a repeat would allocate. */
    private static NDArray twice(NDArray signal) {
        Shape shape = signal.getShape();
        NDArray pairs = signal.expandDims(3).broadcast(new Shape(shape.get(0), shape.get(1), shape.get(2), 2));
        return pairs.reshape(new Shape(shape.get(0), shape.get(1), 2 * shape.get(2)));
    }
}
