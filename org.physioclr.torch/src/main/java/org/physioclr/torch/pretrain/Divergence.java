package org.physioclr.torch.pretrain;

import java.io.IOException;
import java.util.List;

/** Something that is no number any more. What was learnt by the end of the epoch before is still good. */
final class Divergence extends IOException {

    private static final long serialVersionUID = 1;
    private static final int NAMED = 3;

    /** The network itself is no number, though every loss was one. */
    Divergence(int epoch) {
        super("The weights are no numbers any more at the end of epoch " + epoch);
    }

    /**
     * A loss or gradient, before the step changes a weight.
     *
     * @param what the loss or the gradient
     * @param epoch from 1
     * @param step from 1, counted over all epochs
     * @param ecgs the names of those in the step
     */
    Divergence(String what, int epoch, int step, List<String> ecgs) {
        super("The " + what + " is not a number any more in epoch " + epoch + ", step " + step + " (" + ecgs.size()
            + " ECGs: " + String.join(", ", ecgs.subList(0, Math.min(NAMED, ecgs.size())))
            + (ecgs.size() > NAMED ? " …" : "") + ")");
    }

    /** What the user can do. */
    static final String REMEDY = "Choose a smaller learning rate, or clip gradients at 1.";
}
