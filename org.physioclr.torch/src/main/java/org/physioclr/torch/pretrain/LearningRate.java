package org.physioclr.torch.pretrain;

import org.physioclr.torch.protocol.Training;
import org.physioclr.torch.protocol.Training.Schedule;

/**
 * A learning rate that rises linearly and then stays, or falls as half a cosine to zero.
 *
 * @param highest its highest value
 * @param schedule how it goes on after the warm-up
 * @param warmUp the steps in which it rises
 * @param steps all steps
 */
record LearningRate(double highest, Schedule schedule, int warmUp, int steps) {

    /** The rate of a training of so many steps an epoch. */
    static LearningRate of(Training training, int stepsPerEpoch) {
        int all = Math.multiplyExact(stepsPerEpoch, training.epochs());
        return new LearningRate(training.learningRate(), training.schedule(),
            (int) Math.round(training.warmUpShare() * all), all);
    }

    /** The rate of a step, counted from 0. */
    double at(int step) {
        if (step < warmUp) {
            return highest * (step + 1) / warmUp;
        }
        if (schedule == Schedule.CONSTANT) {
            return highest;
        }
        double share = (double) (step - warmUp) / Math.max(1, steps - warmUp);
        return highest * (1 + Math.cos(Math.PI * Math.min(1, share))) / 2;
    }
}
