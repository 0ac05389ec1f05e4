package org.physioclr.torch.encoder;

import org.physioclr.torch.protocol.EncoderArchitecture.Convolutional;

import ai.djl.ndarray.NDArray;

/**
 * The convolutional encoder: stages alone.
 *
 * @param architecture its shape
 * @param parameters its arrays
 * @param stages what it computes
 */
record ConvEncoder(Convolutional architecture, Parameters parameters, ConvStages stages) implements Encoder {

    static ConvEncoder of(Convolutional architecture) {
        Parameters parameters = new Parameters();
        ConvStages stages = new ConvStages("encoder.", architecture.channels(), architecture.kernels());
        stages.declare(parameters, architecture.leads());
        return new ConvEncoder(architecture, parameters, stages);
    }

    @Override
    public NDArray features(Network network, NDArray signal, Pass pass) {
        return stages.features(network, signal, pass);
    }
}
