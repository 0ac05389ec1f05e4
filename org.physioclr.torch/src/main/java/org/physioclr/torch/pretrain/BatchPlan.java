package org.physioclr.torch.pretrain;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.protocol.Training;

/**
 * How ECGs are divided into batches and batches into steps. Batches differ in size by one ECG at most, so that none is
 * too small to learn from; the last step of an epoch may have fewer batches.
 *
 * @param ecgs how many there are
 * @param batchSize the ECGs of a batch at most
 * @param accumulation the batches of a step at most
 */
record BatchPlan(int ecgs, int batchSize, int accumulation) {

    static BatchPlan of(int ecgs, Training training) {
        return new BatchPlan(ecgs, training.batchSize(), training.accumulation());
    }

    /** The batches of an epoch. */
    int batches() {
        return (ecgs + batchSize - 1) / batchSize;
    }

    /** The steps of an epoch. */
    int steps() {
        return (batches() + accumulation - 1) / accumulation;
    }

    /** The step that a batch is in, both counted from 0. */
    int stepOf(int batch) {
        return batch / accumulation;
    }

    /** A batch's number in its step, from 0. */
    int placeOf(int batch) {
        return batch % accumulation;
    }

    /** How many batches the step of this batch has. */
    int partsOf(int batch) {
        return Math.min(accumulation, batches() - stepOf(batch) * accumulation);
    }

    /** The ECGs of a batch. */
    int[] batch(int[] order, int number) {
        return Arrays.copyOfRange(order, (int) (number * (long) ecgs / batches()),
            (int) ((number + 1L) * ecgs / batches()));
    }

    /** The ECGs in random order; equal seeds give equal orders. */
    static int[] shuffled(int[] ecgs, Seed seed) {
        RandomGenerator random = seed.generator();
        int[] order = ecgs.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return order;
    }
}
