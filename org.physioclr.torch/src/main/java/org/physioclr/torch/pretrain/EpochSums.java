package org.physioclr.torch.pretrain;

import org.physioclr.torch.loss.Pairing;
import org.physioclr.torch.protocol.EpochMetrics;

/** Sums over the steps of an epoch. */
final class EpochSums {

    private int steps;
    private double loss;
    private double contrastive;
    private double reconstruction;
    private double peaks;
    private double positives;
    private long anchors;
    private long views;
    private double candidateShare;
    private int withoutNegatives;

    /** The losses of a step as numbers; NaN where switched off. */
    record Numbers(double total, double contrastive, double reconstruction, double peaks) {

        static Numbers of(Model.Losses losses) {
            return new Numbers(losses.total().getFloat(), losses.contrastive().getFloat(),
                losses.reconstruction() == null ? Double.NaN : losses.reconstruction().getFloat(),
                losses.peaks() == null ? Double.NaN : losses.peaks().getFloat());
        }
    }

    void add(Numbers step, Pairing pairing) {
        steps++;
        loss += step.total();
        contrastive += step.contrastive();
        reconstruction += step.reconstruction();
        peaks += step.peaks();
        positives += pairing.positivesPerAnchor() * pairing.anchors();
        candidateShare += pairing.positivesPerAnchor() / Math.max(1, pairing.views() - 1);
        anchors += pairing.anchors();
        views += pairing.views();
        withoutNegatives += pairing.withoutNegatives();
    }

    /** The mean loss so far. */
    double meanLoss() {
        return loss / steps;
    }

    /** How the views were paired. */
    PairingFigures figures() {
        return new PairingFigures(positives / views, candidateShare / steps, (double) withoutNegatives / views);
    }

    EpochMetrics metrics(int epoch, int step, double validationLoss, double learningRate) {
        return new EpochMetrics(epoch, step, meanLoss(), contrastive / steps, reconstruction / steps, peaks / steps,
            validationLoss, learningRate, anchors == 0 ? 0 : positives / anchors);
    }
}
