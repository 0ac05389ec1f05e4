package org.physioclr.torch.pretrain;

import org.physioclr.torch.loss.ViewPairs;
import org.physioclr.torch.protocol.EpochMetrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

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
            return new Numbers(number(losses.total()), number(losses.contrastive()), number(losses.reconstruction()),
                number(losses.peaks()));
        }
    }

    /** A scalar as a number, NaN for an absent one. */
    static double number(NDArray scalar) {
        return scalar == null ? Double.NaN
            : scalar.getDataType() == DataType.FLOAT64 ? scalar.getDouble() : scalar.getFloat();
    }

    /** Adds a batch; its pairs are null if nothing is contrasted. */
    void add(Numbers step, ViewPairs pairs) {
        steps++;
        loss += step.total();
        contrastive += step.contrastive();
        reconstruction += step.reconstruction();
        peaks += step.peaks();
        if (pairs != null) {
            positives += pairs.positivesPerAnchor() * pairs.anchors();
            candidateShare += pairs.positivesPerAnchor() / Math.max(1, pairs.views() - 1);
            anchors += pairs.anchors();
            views += pairs.views();
            withoutNegatives += pairs.withoutNegatives();
        }
    }

    /** The mean loss so far. */
    double meanLoss() {
        return loss / steps;
    }

    /** How the views were paired; null if nothing is contrasted. */
    PairingFigures figures() {
        return views == 0 ? null
            : new PairingFigures(positives / views, candidateShare / steps, (double) withoutNegatives / views);
    }

    EpochMetrics metrics(int epoch, int step, double validationLoss, double learningRate) {
        return new EpochMetrics(epoch, step, meanLoss(), contrastive / steps, reconstruction / steps, peaks / steps,
            validationLoss, learningRate, views == 0 ? Double.NaN : anchors == 0 ? 0 : positives / anchors);
    }
}
