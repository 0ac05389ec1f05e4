package org.physioclr.torch.encoder;

import java.util.Map;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.EncoderArrays;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;

/** A network that turns signals into feature maps, whose mean over time is the embedding. */
public sealed interface Encoder permits ConvEncoder, ResidualEncoder, TransformerEncoder {

    /** The encoder of an architecture. */
    static Encoder of(EncoderArchitecture architecture) {
        if (architecture instanceof EncoderArchitecture.Convolutional convolutional) {
            return new ConvEncoder(convolutional);
        }
        return architecture instanceof EncoderArchitecture.Residual residual ? new ResidualEncoder(residual)
            : new TransformerEncoder((EncoderArchitecture.Transformer) architecture);
    }

    /** Its shape. */
    EncoderArchitecture architecture();

    /** Random weights. */
    Map<String, Tensor> initial(Seed seed);

    /**
     * The feature map of a batch.
     *
     * @param network holds the weights
     * @param signal [segment, lead, sample], of the network's precision
     * @param pass whether this is training
     * @return [segment, channel, token] with the architecture's {@code embeddingLength()} channels and
     *     {@code tokens(samples)} tokens
     */
    NDArray features(Network network, NDArray signal, Pass pass);

    /** Whether an array of this name is the encoder's and not that of a part which is dropped after training. */
    default boolean owns(String name) {
        return EncoderArrays.of(architecture()).containsKey(name);
    }

    /** The embeddings of a batch: [segment, channel], the mean of a feature map over time. */
    static NDArray pool(NDArray features) {
        return features.mean(new int[] {2});
    }
}
