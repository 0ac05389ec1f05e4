package org.physioclr.torch.pretrain;

import java.util.LinkedHashMap;
import java.util.Map;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.encoder.Decoder;
import org.physioclr.torch.encoder.Encoder;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.encoder.Pass;
import org.physioclr.torch.encoder.Projector;
import org.physioclr.torch.loss.ReconstructionLoss;
import org.physioclr.torch.protocol.EncoderArchitecture;
import org.physioclr.torch.protocol.PretrainOptions;
import org.physioclr.torch.protocol.Reconstruction;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * The parts that learn together: an encoder, the projector of its contrastive loss and the decoder of its
 * reconstruction.
 *
 * @param options what is learnt
 * @param encoder the encoder
 * @param projector projects to half the embedding's length; its weights exist only if views are contrasted
 * @param decoder reconstructs; its weights exist only if something is reconstructed
 */
record Model(PretrainOptions options, Encoder encoder, Projector projector, Decoder decoder) {

    /** The losses of a batch, each a scalar; those that are switched off are null. */
    record Losses(NDArray total, NDArray contrastive, NDArray reconstruction, NDArray peaks) {
    }

    static Model of(PretrainOptions options) {
        EncoderArchitecture architecture =
            EncoderArchitecture.of(options.encoder(), options.preprocessing().leads().size());
        int length = architecture.embeddingLength();
        return new Model(options, Encoder.of(architecture), new Projector(length, length / 2),
            new Decoder(architecture));
    }

    /** Random weights of all parts. */
    Map<String, Tensor> initial(Seed seed) {
        Map<String, Tensor> weights = new LinkedHashMap<>(encoder.initial(seed));
        if (options.contrasts()) {
            weights.putAll(projector.initial(seed));
        }
        if (options.reconstructs()) {
            weights.putAll(decoder.initial(seed));
        }
        return weights;
    }

    /** The losses of a batch. */
    Losses losses(Network network, NDManager manager, Batch batch, Pass pass) {
        int leads = options.preprocessing().leads().size();
        int samples = options.preprocessing().segmentSamples();
        NDArray signals = network.input(manager, batch.signals(), new Shape(batch.views(), leads, samples));
        NDArray features = encoder.features(network, signals, pass);
        NDArray contrastive = batch.pairs() == null ? null : batch.pairs()
            .loss(projector.project(network, Encoder.pool(features)), options.contrast().temperature());
        if (batch.reconstructed() == 0) {
            return new Losses(contrastive, contrastive, null, null);
        }
        NDArray shown = features.get(new NDIndex("0:{}", batch.reconstructed()));
        NDArray reconstructed = decoder.reconstruct(network, shown, samples);
        Shape shape = new Shape(batch.reconstructed(), leads, samples);
        NDArray target = network.input(manager, batch.targets(), shape);
        NDArray counted = batch.counted() == null ? null : network.input(manager, batch.counted(), shape);
        NDArray nearPeaks =
            network.input(manager, batch.peakWeights(), new Shape(batch.reconstructed(), 1, samples));
        Reconstruction settings = options.reconstruction();
        NDArray overall = settings.weight() == 0 ? null
            : counted == null ? ReconstructionLoss.overall(reconstructed, target)
            : ReconstructionLoss.weighted(reconstructed, target, counted);
        NDArray peaks = settings.peakWeight() == 0 ? null : ReconstructionLoss.weighted(reconstructed, target,
            counted == null ? nearPeaks : nearPeaks.mul(counted));
        NDArray total = plus(plus(contrastive, overall, settings.weight()), peaks, settings.peakWeight());
        return new Losses(total, contrastive, overall, peaks);
    }

    /** A sum with a weighted term; either may be absent. */
    private static NDArray plus(NDArray sum, NDArray term, double weight) {
        NDArray weighted = term == null ? null : term.mul(Autograd.constant(term, weight));
        return sum == null ? weighted : weighted == null ? sum : sum.add(weighted);
    }
}
