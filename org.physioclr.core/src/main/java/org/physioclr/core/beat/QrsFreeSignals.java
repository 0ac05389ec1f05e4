package org.physioclr.core.beat;

import java.util.Arrays;

/**
 * What P and T waves are searched in: a lead with every QRS complex replaced by a straight line, so that its steep
 * slopes do not spread into its neighbours.
 *
 * @param p wavelet detail at the scale of P waves
 * @param t wavelet detail at the scale of T waves
 * @param qrsMv the median extent of the QRS complexes
 */
record QrsFreeSignals(double[] p, double[] t, double qrsMv) {

    private static final double P_SCALE_SECONDS = 0.036;
    private static final double T_SCALE_SECONDS = 0.05;

    static QrsFreeSignals of(double[] signal, Wave[] qrs, double rateHz) {
        double[] flattened = signal.clone();
        for (Wave wave : qrs) {
            flatten(flattened, wave);
        }
        return new QrsFreeSignals(SplineWavelet.detail(flattened, width(P_SCALE_SECONDS, rateHz)),
            SplineWavelet.detail(flattened, width(T_SCALE_SECONDS, rateHz)), medianExtent(signal, qrs));
    }

    private static int width(double seconds, double rateHz) {
        return Math.max(2, (int) Math.round(seconds * rateHz));
    }

    private static double medianExtent(double[] signal, Wave[] qrs) {
        double[] extents = new double[qrs.length];
        int count = 0;
        for (Wave wave : qrs) {
            if (wave.isPresent()) {
                double lowest = Double.POSITIVE_INFINITY;
                double highest = Double.NEGATIVE_INFINITY;
                for (int i = wave.onset(); i <= wave.offset(); i++) {
                    lowest = signal[i] < lowest ? signal[i] : lowest;
                    highest = signal[i] > highest ? signal[i] : highest;
                }
                extents[count++] = highest - lowest;
            }
        }
        Arrays.sort(extents, 0, count);
        return count == 0 ? 0 : extents[count / 2];
    }

    private static void flatten(double[] signal, Wave qrs) {
        double step = qrs.isPresent() ? (signal[qrs.offset()] - signal[qrs.onset()]) / (qrs.offset() - qrs.onset()) : 0;
        for (int i = qrs.onset() + 1; i < qrs.offset(); i++) {
            signal[i] = signal[qrs.onset()] + step * (i - qrs.onset());
        }
    }
}
