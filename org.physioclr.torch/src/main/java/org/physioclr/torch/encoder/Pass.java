package org.physioclr.torch.encoder;

import org.physioclr.core.run.Seed;

/**
 * Whether a network is trained (normalises by the batch, updates running statistics, drops out) or used.
 *
 * @param training whether it is trained
 * @param seed what dropout is drawn from; not used otherwise
 */
public record Pass(boolean training, Seed seed) {

    /** Use: nothing is drawn, and no segment depends on another. */
    public static final Pass EVALUATION = new Pass(false, new Seed(0));

    /** Training; each step takes a seed of its own, so that a resumed run draws what an undisturbed one draws. */
    public static Pass training(Seed seed) {
        return new Pass(true, seed);
    }
}
