package org.physioclr.torch.pretrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.physioclr.core.run.Seed;
import org.physioclr.torch.device.Autograd;
import org.physioclr.torch.encoder.Network;
import org.physioclr.torch.encoder.Pass;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;

/** Forward, backward and update of a model. All native memory of a batch is freed at its end. */
final class Steps {

    private final Model model;
    private final Network network;
    private final NDManager manager;
    private final AdamW optimiser;
    private final double gradientClip;
    private final List<Integer> ecgs = new ArrayList<>();
    private boolean ended;
    private boolean pending;

    Steps(Model model, Network network, NDManager manager, AdamW optimiser) {
        this.model = model;
        this.network = network;
        this.manager = manager;
        this.optimiser = optimiser;
        gradientClip = model.options().training().gradientClip();
    }

    /**
     * Adds a batch's gradients to those of the step.
     *
     * @param parts how many batches the step has; each weighs alike
     * @param seed of what the network itself draws, such as dropout
     * @return the losses; if the total is no finite number, no gradient was added
     */
    EpochSums.Numbers learn(Batch batch, int parts, Seed seed) {
        if (ended) {
            ecgs.clear();
            ended = false;
        }
        Arrays.stream(batch.indices()).forEach(ecgs::add);
        return Autograd.recording(() -> {
            try (NDManager local = manager.newSubManager(); NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                Model.Losses losses = model.losses(network, local, batch, Pass.training(seed));
                EpochSums.Numbers numbers = EpochSums.Numbers.of(losses);
                if (batch.pulls() && Double.isFinite(numbers.total())) {
                    Autograd.backward(parts == 1 ? losses.total()
                        : losses.total().div(Autograd.constant(losses.total(), parts)));
                    pending = true;
                }
                return numbers;
            }
        });
    }

    /**
     * Ends the step: changes the weights, and begins another. Nothing happens if no batch had anything to learn from.
     *
     * @return the gradient's norm; if it is no finite number, the weights are as they were
     */
    double update(double rate) {
        ended = true;
        if (!pending) {
            return 0;
        }
        pending = false;
        return Autograd.off(() -> {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                double norm = optimiser.step(rate, gradientClip);
                network.dropGradients();
                return norm;
            }
        });
    }

    /** The numbers of the ECGs in the step so far, or in the one that has just ended. */
    int[] ecgs() {
        return ecgs.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The loss of a batch that nothing is learnt from. */
    double loss(Batch batch) {
        return Autograd.off(() -> {
            try (NDManager local = manager.newSubManager(); NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                return EpochSums.number(model.losses(network, local, batch, Pass.EVALUATION).total());
            }
        });
    }
}
