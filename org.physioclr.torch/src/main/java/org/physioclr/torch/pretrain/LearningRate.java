package org.physioclr.torch.pretrain;

import org.physioclr.torch.protocol.PretrainOptions.Training;

/**
 * A learning rate that rises linearly and then falls as half a cosine to zero.
 *
 * @param highest its highest value
 * @param warmUp the steps in which it rises
 * @param steps all steps
 */
record LearningRate(double highest, int warmUp, int steps) {

    /** The rate of a training of so many steps an epoch. */
    static LearningRate of(Training training, int stepsPerEpoch) {
        int all = Math.multiplyExact(stepsPerEpoch, training.epochs());
        return new LearningRate(training.learningRate(), (int) Math.round(training.warmUpShare() * all), all);
    }

    /** The rate of a step, counted from 0. */
    double at(int step) {
        if (step < warmUp) {
            return highest * (step + 1) / warmUp;
        }
        double share = (double) (step - warmUp) / Math.max(1, steps - warmUp);
        return highest * (1 + Math.cos(Math.PI * Math.min(1, share))) / 2;
    }
}
