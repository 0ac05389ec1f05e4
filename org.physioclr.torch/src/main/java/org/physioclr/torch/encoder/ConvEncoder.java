package org.physioclr.torch.encoder;

import java.util.Map;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.EncoderArchitecture.Convolutional;
import org.physioclr.torch.protocol.EncoderArrays;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;

/**
 * The convolutional encoder: stages alone.
 *
 * @param architecture its shape
 */
record ConvEncoder(Convolutional architecture) implements Encoder {

    @Override
    public Map<String, Tensor> initial(Seed seed) {
        Parameters parameters = new Parameters(seed);
        EncoderArrays.of(architecture).forEach((name, shape) -> {
            if (shape.length > 1) {
                parameters.uniform(name, shape);
            } else {
                parameters.plain(name, shape);
            }
        });
        return parameters.weights();
    }

    @Override
    public NDArray features(Network network, NDArray signal, Pass pass) {
        return new ConvStages("encoder.", architecture.channels(), architecture.kernels())
            .features(network, signal, pass);
    }
}
