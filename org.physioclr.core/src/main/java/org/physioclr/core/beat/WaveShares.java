package org.physioclr.core.beat;

/**
 * Where waves begin and end: at which share of the steepest slope on that side. These six numbers are all that was
 * fitted to cardiologists' marks.
 *
 * @param pOnset of P
 * @param pOffset of P
 * @param qrsOnset of QRS, at its own finer scale
 * @param qrsOffset of QRS
 * @param tOnset of T
 * @param tOffset of T
 */
record WaveShares(double pOnset, double pOffset, double qrsOnset, double qrsOffset, double tOnset, double tOffset) {

    static final WaveShares USUAL = new WaveShares(0.6, 0.7, 0.03, 0.06, 0.35, 0.55);
}
