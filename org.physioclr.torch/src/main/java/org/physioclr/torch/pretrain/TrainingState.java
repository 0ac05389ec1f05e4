package org.physioclr.torch.pretrain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.physioclr.torch.protocol.EpochMetrics;

/**
 * Where a training stands at the end of an epoch. With the arrays beside it, it is all that the rest depends on: what
 * is drawn at random follows from the seed, the epoch, the step and the ECG alone, never from what was drawn before.
 *
 * @param epoch the epochs done
 * @param step the steps done
 * @param worse the epochs since the best validation loss
 * @param bestLoss the best validation loss; infinite before there is one
 * @param curve a row for each epoch
 * @param pairing the first epoch's figures; null before it
 */
record TrainingState(int epoch, int step, int worse, double bestLoss, List<EpochMetrics> curve,
        PairingFigures pairing) {

    /** Nothing is done yet. */
    static final TrainingState START = new TrainingState(0, 0, 0, Double.POSITIVE_INFINITY, List.of(), null);

    TrainingState {
        curve = List.copyOf(Objects.requireNonNull(curve, "curve"));
    }

    /** The state after one more epoch. */
    TrainingState after(EpochMetrics metrics, PairingFigures figures) {
        List<EpochMetrics> longer = new ArrayList<>(curve);
        longer.add(metrics);
        boolean better = metrics.validationLoss() < bestLoss;
        return new TrainingState(metrics.epoch(), metrics.step(), better ? 0 : worse + 1,
            better ? metrics.validationLoss() : bestLoss, longer, pairing == null ? figures : pairing);
    }

    /** Whether the last epoch's validation loss is the best so far. */
    boolean isBest() {
        return epoch > 0 && worse == 0;
    }

    /** Whether so many epochs have gone by without a better validation loss; never without one, or if 0 are allowed. */
    boolean isOutOf(int patience) {
        return patience > 0 && worse >= patience && !Double.isNaN(curve.get(epoch - 1).validationLoss());
    }
}
