package org.physioclr.torch.loss;

import ai.djl.ndarray.NDArray;

/** Which views of a batch are compared, and how that makes a loss. */
public sealed interface ViewPairs permits Pairing, PublishedPairing {

    /** The number of views, those of the decoder alone not counted. */
    int views();

    /** The views that contribute to the loss. */
    int anchors();

    /** Views without a negative. */
    int withoutNegatives();

    /** The mean number of positives of the anchors. */
    double positivesPerAnchor();

    /**
     * The loss of a batch.
     *
     * @param projections [view, number], each of unit length
     * @param temperature τ
     * @return a scalar
     */
    NDArray loss(NDArray projections, double temperature);
}
