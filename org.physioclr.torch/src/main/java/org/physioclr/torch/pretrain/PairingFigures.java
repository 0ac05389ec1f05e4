package org.physioclr.torch.pretrain;

/**
 * How the views of an epoch were paired.
 *
 * @param positivesPerView the mean number of positives of a view, those without any included
 * @param positiveShare the mean share of a batch that is an anchor's positive, in [0, 1]
 * @param withoutNegatives the share of views that have no negative in their batch, in [0, 1]
 */
record PairingFigures(double positivesPerView, double positiveShare, double withoutNegatives) {
}
