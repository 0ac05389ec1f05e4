package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.physioclr.core.run.OrderedPool;
import org.physioclr.core.run.Seed;
import org.physioclr.torch.device.Devices;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.protocol.Training;
import org.physioclr.torch.protocol.Tensor;

import ai.djl.ndarray.NDManager;

/** Trains a model: epochs of steps, validation after each, early stop. Batches are assembled ahead by other threads. */
final class TrainingLoop {

    private static final int BATCHES_AHEAD = 3;


    private final Model model;
    private final Network network;
    private final BatchMaker batches;
    private final Training training;
    private final AdamW optimiser;
    private final Steps steps;
    private final TrainingProgress progress;
    private final Seed seed;
    private final List<String> warnings = new ArrayList<>();
    private TrainingState state = TrainingState.START;
    private Map<String, Tensor> best;
    private Map<String, Tensor> last;

    TrainingLoop(Model model, Network network, NDManager manager, BatchMaker batches, TrainingProgress progress) {
        this.model = model;
        this.network = network;
        this.batches = batches;
        this.progress = progress;
        training = model.options().training();
        optimiser = new AdamW(manager, network, training.weightDecay());
        steps = new Steps(model, network, manager, optimiser);
        seed = new Seed(training.seed());
    }

    /** Goes on from a checkpoint whose weights the network has already. */
    void resume(SavedTraining saved) throws IOException {
        state = saved.state();
        optimiser.restore(saved);
        best = saved.best();
        last = network.copy(model.encoder());
    }

    /**
     * Trains. A loss that is no number any more ends the training: what it has learnt by the epoch before is kept.
     *
     * @param ecgs the ECGs to learn from
     * @param heldOut those to validate with; may be none
     * @param folder takes checkpoints; null keeps none
     * @return the encoder's weights: the last ones, with patience those of the best validation loss
     * @throws IOException if an ECG can't be read, or the loss is no number any more in the first epoch
     */
    Map<String, Tensor> run(int[] ecgs, int[] heldOut, TrainingFolder folder) throws IOException {
        int begun = state.epoch();
        int kept = begun;
        try {
            while (state.epoch() < training.epochs() && !state.isOutOf(training.patience())
                && (state.epoch() == begun || !isOutOfTime())) {
                learnEpoch(ecgs, heldOut);
                if (folder != null && folder.isDue(state.epoch())) {
                    keep(folder);
                    kept = state.epoch();
                }
            }
            if (folder != null && kept < state.epoch()) {
                keep(folder);
            }
        } catch (Divergence e) {
            if (last == null) {
                throw new IOException(e.getMessage() + ". " + Divergence.REMEDY, e);
            }
            warnings.add(e.getMessage() + ". Training has ended there, and the encoder is that of epoch "
                + (best == null ? state.epoch() : state.epoch() - state.worse()) + ". " + Divergence.REMEDY);
        }
        return best != null ? best : last;
    }

    /** A full disk must not cost the training, only its checkpoints. */
    private void keep(TrainingFolder folder) {
        try {
            folder.write(state, SavedTraining.sources(network.sources(), optimiser.sources(), best));
        } catch (IOException e) {
            warnings.add("The checkpoint of epoch " + state.epoch() + " could not be written ("
                + TrainingFolder.reason(e) + "). Training went on; free disk space, or choose another checkpoint "
                + "folder.");
        }
    }

    private boolean isOutOfTime() {
        return training.maxMinutes() > 0 && progress.minutes() >= training.maxMinutes();
    }

    private void learnEpoch(int[] ecgs, int[] heldOut) throws IOException {
        int epoch = state.epoch() + 1;
        int count = BatchPlan.of(ecgs.length, training).steps();
        LearningRate rate = LearningRate.of(training, count);
        EpochSums sums = learn(BatchPlan.shuffled(ecgs, seed.child("order").child(epoch)), epoch, rate);
        int step = state.step() + count;
        double validationLoss = heldOut.length == 0 ? Double.NaN : validate(heldOut, epoch, step);
        if (!network.isFinite()) {
            throw new Divergence(epoch);
        }
        state = state.after(sums.metrics(epoch, step, validationLoss, rate.at(step - 1)), sums.figures());
        last = null; // two copies are enough of what may be large
        last = network.copy(model.encoder());
        if (training.patience() > 0 && state.isBest()) {
            best = last;
        }
    }

    private EpochSums learn(int[] ecgs, int epoch, LearningRate rate) throws IOException {
        EpochSums sums = new EpochSums();
        BatchPlan plan = BatchPlan.of(ecgs.length, training);
        double all = (double) plan.steps() * training.epochs();
        int[] done = {0};
        forEachBatch(ecgs, seed.child("views").child(epoch), batch -> {
            int number = done[0]++;
            int step = state.step() + plan.stepOf(number);
            Seed own = seed.child("dropout").child(step).child(plan.placeOf(number));
            EpochSums.Numbers losses = steps.learn(batch, plan.partsOf(number), own);
            check("loss", losses.total(), epoch, step + 1);
            sums.add(losses, batch.pairs());
            if (plan.placeOf(number) == plan.partsOf(number) - 1) {
                check("gradient", steps.update(rate.at(step)), epoch, step + 1);
                progress.step(epoch, (step + 1) / all, sums.meanLoss(), steps.ecgs().length);
            }
        });
        return sums;
    }

    private void check(String what, double value, int epoch, int step) throws Divergence {
        if (!Double.isFinite(value)) {
            throw new Divergence(what, epoch, step, batches.names(steps.ecgs()));
        }
    }

    /** The mean loss of held-out ECGs, weighted by batch; their views are the same after every epoch. */
    private double validate(int[] ecgs, int epoch, int step) throws IOException {
        double[] sum = new double[1];
        forEachBatch(ecgs, seed.child("validation"), batch -> {
            progress.checkCancelled();
            double loss = steps.loss(batch);
            if (!Double.isFinite(loss)) {
                throw new Divergence("validation loss", epoch, step, batches.names(batch.indices()));
            }
            sum[0] += batch.indices().length * loss;
        });
        return sum[0] / ecgs.length;
    }

    private void forEachBatch(int[] ecgs, Seed views, OrderedPool.Taker<Batch> taker) throws IOException {
        BatchPlan plan = BatchPlan.of(ecgs.length, training);
        try (OrderedPool<Batch> pool = new OrderedPool<>(Devices.threadCount(), BATCHES_AHEAD, taker)) {
            for (int i = 0; i < plan.batches(); i++) {
                int[] batch = plan.batch(ecgs, i);
                pool.submit(() -> batches.make(batch, views));
            }
            pool.finish();
        }
    }

    /** Where the training stands. */
    TrainingState state() {
        return state;
    }

    /** What the user should know; nothing if all is well. */
    List<String> warnings() {
        List<String> texts = new ArrayList<>(warnings);
        if (state.pairing() != null) {
            texts.addAll(TrainingWarnings.of(state.pairing()));
        }
        return texts;
    }
}
