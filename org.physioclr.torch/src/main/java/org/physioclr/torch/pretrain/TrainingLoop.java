package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.physioclr.core.run.OrderedPool;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.device.Devices;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.encoder.Pass;
import org.physioclr.torch.protocol.EpochMetrics;
import org.physioclr.torch.protocol.PretrainOptions.Training;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;

/**
 * Trains a model: epochs of steps, validation after each, early stop. Batches are assembled ahead by other threads. All
 * native memory of a step is freed at its end.
 */
final class TrainingLoop {

    private static final int BATCHES_AHEAD = 3;

    private final Model model;
    private final Network network;
    private final NDManager manager;
    private final BatchMaker batches;
    private final Training training;
    private final AdamW optimiser;
    private final TrainingProgress progress;
    private final Seed seed;
    private final List<EpochMetrics> curve = new ArrayList<>();
    private final TrainingWarnings warnings = new TrainingWarnings();
    private LearningRate learningRate;
    private int step;

    TrainingLoop(Model model, Network network, NDManager manager, BatchMaker batches, TrainingProgress progress) {
        this.model = model;
        this.network = network;
        this.manager = manager;
        this.batches = batches;
        this.progress = progress;
        training = model.options().training();
        optimiser = new AdamW(manager, network.trained(), training.weightDecay());
        seed = new Seed(training.seed());
    }

    /**
     * Trains.
     *
     * @param ecgs the ECGs to learn from
     * @param heldOut those to validate with; may be none
     * @return the encoder's weights: the last ones, with patience those of the best validation loss
     * @throws IOException if an ECG can't be read or the loss is no number any more
     */
    Map<String, Tensor> run(int[] ecgs, int[] heldOut) throws IOException {
        int steps = batchCount(ecgs.length);
        int all = Math.multiplyExact(steps, training.epochs());
        learningRate = new LearningRate(training.learningRate(), (int) Math.round(training.warmUpShare() * all), all);
        Map<String, Tensor> best = null;
        double bestLoss = Double.POSITIVE_INFINITY;
        int worse = 0;
        for (int epoch = 1; epoch <= training.epochs() && !outOfTime(epoch) && !outOfPatience(worse); epoch++) {
            EpochSums sums = learn(shuffled(ecgs, epoch), epoch, all);
            double validationLoss = heldOut.length == 0 ? Double.NaN : validate(heldOut);
            curve.add(sums.metrics(epoch, step, validationLoss, learningRate.at(step - 1)));
            worse = validationLoss < bestLoss ? 0 : worse + 1;
            if (worse == 0) {
                bestLoss = validationLoss;
                best = training.patience() > 0 ? network.copy(model.encoder()) : null;
            }
        }
        return best != null ? best : network.copy(model.encoder());
    }

    private boolean outOfTime(int epoch) {
        return epoch > 1 && training.maxMinutes() > 0 && progress.minutes() >= training.maxMinutes();
    }

    /** Never without patience or without a validation loss to be patient about. */
    private boolean outOfPatience(int worse) {
        return training.patience() > 0 && worse >= training.patience()
            && !Double.isNaN(curve.get(curve.size() - 1).validationLoss());
    }

    private int batchCount(int ecgs) {
        return (ecgs + training.batchSize() - 1) / training.batchSize();
    }

    /** Batches whose sizes differ by one at most, so that none is too small to learn from. */
    private int[] batch(int[] ecgs, int number) {
        long count = batchCount(ecgs.length);
        return Arrays.copyOfRange(ecgs, (int) (number * (long) ecgs.length / count),
            (int) ((number + 1L) * ecgs.length / count));
    }

    private int[] shuffled(int[] ecgs, int epoch) {
        RandomGenerator random = seed.child("order").child(epoch).generator();
        int[] order = ecgs.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return order;
    }

    private EpochSums learn(int[] ecgs, int epoch, int all) throws IOException {
        EpochSums sums = new EpochSums();
        forEachBatch(ecgs, seed.child("views").child(epoch), batch -> {
            double rate = learningRate.at(step);
            EpochSums.Numbers losses = Autograd.recording(() -> step(batch, rate));
            step++;
            if (!Double.isFinite(losses.total())) {
                throw new IOException("The loss is not a number any more in epoch " + epoch + ", step " + step
                    + ". Choose a smaller learning rate, or clip gradients at 1.");
            }
            sums.add(losses, batch.pairing());
            progress.step(epoch, (double) step / all, sums.meanLoss(), batch.records());
        });
        warnings.heed(sums);
        return sums;
    }

    /** One step; a loss or gradient that is no number comes back as NaN and leaves the weights alone. */
    private EpochSums.Numbers step(Batch batch, double rate) {
        try (NDManager local = manager.newSubManager(); NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Model.Losses losses = model.losses(network, local, batch,
                Pass.training(seed.child("dropout").child(step)));
            EpochSums.Numbers numbers = EpochSums.Numbers.of(losses);
            if (batch.pairing().anchors() == 0 && batch.reconstructed() == 0 || !Double.isFinite(numbers.total())) {
                return numbers;
            }
            Autograd.backward(losses.total());
            double norm = Autograd.off(() -> optimiser.step(rate, training.gradientClip()));
            for (NDArray parameter : network.trained()) {
                Autograd.zeroGradient(parameter);
            }
            return Double.isFinite(norm) ? numbers
                : new EpochSums.Numbers(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /** The mean loss of held-out ECGs, weighted by batch; their views are the same after every epoch. */
    private double validate(int[] ecgs) throws IOException {
        double[] sum = new double[1];
        forEachBatch(ecgs, seed.child("validation"), batch -> {
            progress.checkCancelled();
            sum[0] += batch.records() * Autograd.off(() -> loss(batch));
        });
        return sum[0] / ecgs.length;
    }

    private double loss(Batch batch) {
        try (NDManager local = manager.newSubManager(); NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return model.losses(network, local, batch, Pass.EVALUATION).total().getFloat();
        }
    }

    private void forEachBatch(int[] ecgs, Seed views, OrderedPool.Taker<Batch> taker) throws IOException {
        try (OrderedPool<Batch> pool = new OrderedPool<>(Devices.threadCount(), BATCHES_AHEAD, taker)) {
            for (int i = 0; i < batchCount(ecgs.length); i++) {
                int[] batch = batch(ecgs, i);
                pool.submit(() -> batches.make(batch, views));
            }
            pool.finish();
        }
    }

    List<EpochMetrics> curve() {
        return List.copyOf(curve);
    }

    List<String> warnings() {
        return warnings.texts();
    }
}
