package org.physioclr.core.signal;

import java.util.Arrays;

import org.hipparchus.util.KthSelector;

/**
 * How well the limb leads obey their relations: the 95 % quantile over time of the absolute deviation, in millivolts.
 * Exchanged electrodes keep the relations; leads in the wrong order, wrong gains or independently filtered leads do
 * not.
 *
 * @param einthovenMv of {@code I + III - II}; NaN if one of these leads is absent
 * @param goldbergerMv of {@code aVR + aVL + aVF}; NaN if one of these leads is absent
 */
public record LimbConsistency(double einthovenMv, double goldbergerMv) {

    /** Deviations above this are worth a remark: some digitisation steps of the coarsest recorders. */
    public static final double TOLERANCE_MV = 0.1;

    private static final double QUANTILE = 0.95;

    public static LimbConsistency of(EcgRecord record) {
        return new LimbConsistency(deviation(record, Lead.I, Lead.III, Lead.II, -1),
            deviation(record, Lead.AVR, Lead.AVL, Lead.AVF, 1));
    }

    /** Whether no relation that can be checked deviates by more than {@link #TOLERANCE_MV}. */
    public boolean isGood() {
        return !(einthovenMv > TOLERANCE_MV) && !(goldbergerMv > TOLERANCE_MV);
    }

    private static double deviation(EcgRecord record, Lead first, Lead second, Lead third, int sign) {
        int a = record.indexOf(first);
        int b = record.indexOf(second);
        int c = record.indexOf(third);
        if (a < 0 || b < 0 || c < 0) {
            return Double.NaN;
        }
        float[][] samples = record.samplesMv();
        double[] deviations = new double[record.length()];
        int count = 0;
        for (int i = 0; i < deviations.length; i++) {
            double deviation = Math.abs((double) samples[a][i] + samples[b][i] + sign * samples[c][i]);
            if (!Double.isNaN(deviation)) {
                deviations[count++] = deviation;
            }
        }
        int rank = (int) Math.min(count - 1, Math.floor(QUANTILE * count));
        return count == 0 ? Double.NaN : new KthSelector().select(Arrays.copyOf(deviations, count), null, rank);
    }
}
